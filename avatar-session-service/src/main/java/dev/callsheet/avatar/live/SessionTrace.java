package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
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
        this.tracer = TraceNames.tracer(openTelemetry);
    }

    /** Runs work in a span under the given parent; without one, under the current span. */
    <T> T within(String name, @Nullable String parent, SessionOrder order, Supplier<T> work) {
        Span span = tracer.spanBuilder(name)
                .setParent(parent == null ? Context.current() : Traces.from(parent))
                .setAttribute(TraceNames.ROOM, Room.SESSION.word())
                .setAttribute(TraceNames.SESSION, order.sessionId().toString())
                .setAttribute(TraceNames.GEN_AI_CONVERSATION, order.sessionId().toString())
                .setAttribute(TraceNames.TENANT, order.tenant().value())
                .startSpan();
        try (var _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException e) {
            span.setAttribute(TraceNames.ERROR_TYPE, e.getClass().getSimpleName());
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }
}
