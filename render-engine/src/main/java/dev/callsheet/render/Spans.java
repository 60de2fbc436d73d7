package dev.callsheet.render;

import dev.callsheet.corridor.Traces;
import dev.callsheet.render.domain.Take;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows a take's work in the trace that its request came in. */
final class Spans {
    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs work inside of a span. @param began null for now; a render's span begins when it was submitted */
    void within(Take take, String name, @Nullable Instant began, Runnable work) {
        SpanBuilder builder = tracer.spanBuilder(name)
                .setParent(Traces.from(take.traceparent()))
                .setAttribute("callsheet.request.id", take.requestId().toString())
                .setAttribute("callsheet.take.id", take.id().toString())
                .setAttribute("callsheet.take.attempt", take.attempt())
                .setAttribute("callsheet.tenant", take.tenant().value())
                .setAttribute("callsheet.model", take.model());
        Span span = (began == null ? builder : builder.setStartTimestamp(began)).startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
