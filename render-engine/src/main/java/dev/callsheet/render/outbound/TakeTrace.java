package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Take;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Where in its request's trace a take is; nowhere, if the request came in without one. */
public final class TakeTrace {
    private TakeTrace() {}

    /** What happens in a take's present state goes on here. */
    public static Context stage(Take take) {
        RequestTrace trace = RequestTrace.ofTraceparent(take.traceparent());
        return trace == null
                ? Context.root()
                : RequestTrace.within(trace.stage(take.id(), take.state().word()));
    }

    /** The take as the origin of what it tells; null for none. */
    static @Nullable String of(Take take) {
        return of(take.id(), take.traceparent());
    }

    static @Nullable String of(TakeId take, @Nullable String traceparent) {
        RequestTrace trace = RequestTrace.ofTraceparent(traceparent);
        return trace == null ? null : Traces.text(trace.take(take));
    }

    /**
     * The origin of what is told of a request: what is being done for it at this moment, or else where it came in.
     * What is being done may be another's, as one transaction stores the changes of many.
     */
    static @Nullable String of(RequestFile file) {
        RequestTrace trace = RequestTrace.ofTraceparent(file.traceparent());
        SpanContext current = Span.current().getSpanContext();
        return trace != null && trace.has(current) ? Traces.text(current) : file.traceparent();
    }

    /** Notes at the span that has led to it what follows for a request. @param sequel its word */
    static void concluded(RequestFile file, String sequel) {
        RequestTrace trace = RequestTrace.ofTraceparent(file.traceparent());
        Span current = Span.current();
        if (trace != null && trace.has(current.getSpanContext())) {
            current.setAttribute(TraceNames.OUTCOME, sequel);
        }
    }
}
