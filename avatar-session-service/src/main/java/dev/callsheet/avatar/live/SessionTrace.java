package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.corridor.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a session: its spans continue the trace of the request that asked for it, wherever they are made.
 */
@Singleton
public class SessionTrace {
    private final Tracer tracer;

    SessionTrace(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("callsheet");
    }

    /** Runs work in a span under the given parent; without one, under the current span. */
    <T> T within(String name, @Nullable String parent, SessionOrder order, Supplier<T> work) {
        Span span = tracer.spanBuilder(name)
                .setParent(parent == null ? Context.current() : Traces.from(parent))
                .setAttribute("callsheet.session", order.sessionId().toString())
                .setAttribute("callsheet.avatar", order.avatarId())
                .startSpan();
        try (var _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException e) {
            span.recordException(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
