package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.TurnRecord;
import dev.callsheet.corridor.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a session: its spans continue the trace of the request that asked for it, wherever they are made. Turns are
 * spans with the moments of their timeline as events.
 */
@Singleton
public class SessionTrace {
    private final Tracer tracer;
    private final DoubleHistogram firstFrame;

    SessionTrace(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("callsheet");
        this.firstFrame = openTelemetry
                .getMeter("callsheet")
                .histogramBuilder("callsheet.turn.first_frame")
                .setUnit("s")
                .setDescription("From the end of a person's input to the avatar speaking")
                .build();
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

    /** Tells of a turn that is over. */
    void turn(SessionOrder order, @Nullable String parent, TurnRecord turn, Instant endedAt, Runnable within) {
        var line = turn.timeline();
        Span span = tracer.spanBuilder("turn " + turn.number())
                .setParent(Traces.from(parent))
                .setStartTimestamp(line.endOfInput())
                .setAttribute("callsheet.session", order.sessionId().toString())
                .setAttribute("callsheet.turn", turn.number())
                .setAttribute("callsheet.interrupted", turn.interrupted())
                .startSpan();
        event(span, "firstToken", line.firstToken());
        event(span, "firstAudio", line.firstAudio());
        event(span, "firstFrame", line.firstFrame());
        try (var _ = span.makeCurrent()) {
            within.run();
        } finally {
            span.end(endedAt);
        }
        Optional.ofNullable(line.firstFrameMs()).ifPresent(ms -> firstFrame.record(ms / 1000.0));
    }

    private static void event(Span span, String name, @Nullable Instant at) {
        if (at != null) {
            span.addEvent(name, at);
        }
    }
}
