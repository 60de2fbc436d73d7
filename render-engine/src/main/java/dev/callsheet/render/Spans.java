package dev.callsheet.render;

import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.outbound.TakeTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** Has a take's work done in the trace that its request came in; the take's own spans are shown when it has ended. */
final class Spans {
    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs work as a part of the take's present state. */
    void within(Take take, Runnable work) {
        try (Scope _ = TakeTrace.stage(take).makeCurrent()) {
            work.run();
        }
    }

    /** The same in a span of its own. */
    void within(Take take, String name, Room room, Runnable work) {
        within(take, () -> {
            if (!Span.current().getSpanContext().isValid()) {
                work.run();
                return;
            }
            Span span = tracer.spanBuilder(name)
                    .setAttribute(TraceNames.ROOM, room.word())
                    .setAttribute(TraceNames.TAKE, take.id().toString())
                    .startSpan();
            try (Scope _ = span.makeCurrent()) {
                work.run();
            } finally {
                span.end();
            }
        });
    }
}
