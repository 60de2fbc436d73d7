package dev.callsheet.render;

import dev.callsheet.corridor.Traces;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows a take's work in the trace that its request came in. */
final class Spans {
    private static final String PROVIDER_ID = "callsheet.provider.id";

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
        switch (take.state()) {
            case TakeState.Rendering(var render, var _) -> builder.setAttribute(PROVIDER_ID, render.providerId());
            case TakeState.Wedged(var render) -> builder.setAttribute(PROVIDER_ID, render.providerId());
            case TakeState.Fetching(var render, var _, var _) -> builder.setAttribute(PROVIDER_ID, render.providerId());
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Finished _,
                    TakeState.Failed _,
                    TakeState.Cancelled _ -> {
                // the provider has none for it, or it is over
            }
        }
        Span span = (began == null ? builder : builder.setStartTimestamp(began)).startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
