package dev.callsheet.corridor.trace;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TakeId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one request. Its id is the request's, so whoever knows the request knows its trace, each delivery of a record
 * is in the same one, and no partner's header can lead a request into another's. Spans that others must name before they end,
 * or after their process has died, have derived ids, too.
 */
public record RequestTrace(String traceId) {

    public static RequestTrace of(RequestId request) {
        return new RequestTrace(hex(request.value()));
    }

    /** Of a session that no request asked for. */
    public static RequestTrace of(SessionId session) {
        return new RequestTrace(hex(session.value()));
    }

    /** The one span without a parent: the request is in the house. */
    public SpanContext root() {
        return span("root");
    }

    /** A take, from its place in the queue to its end. */
    public SpanContext take(TakeId take) {
        return span("take", take.toString());
    }

    /** The first time that a take was in a state. @param state its word */
    public SpanContext stage(TakeId take, String state) {
        return span("stage", take.toString(), state);
    }

    /** One answer of a live session. */
    public SpanContext turn(SessionId session, int number) {
        return span("turn", session.toString(), Integer.toString(number));
    }

    /** Whether this context is in the request's trace, so that only someone of the house can have made it. */
    public boolean has(SpanContext context) {
        return context.getTraceId().equals(traceId);
    }

    /** Where a span of this trace goes on: at this context if it is of the trace, else at the root. */
    public Context below(SpanContext context) {
        return within(has(context) ? context : root());
    }

    /** A context whose current span is this one, wherever that was or will be made. */
    public static Context within(SpanContext span) {
        return Context.root().with(Span.wrap(span));
    }

    /** The trace that a traceparent is of; null for none. */
    public static @Nullable RequestTrace ofTraceparent(@Nullable String traceparent) {
        String[] parts = traceparent == null ? new String[0] : traceparent.split("-", 4);
        return parts.length == 4 ? new RequestTrace(parts[1]) : null;
    }

    private SpanContext span(String... name) {
        String[] parts = new String[name.length + 2];
        parts[0] = "span";
        parts[1] = traceId;
        System.arraycopy(name, 0, parts, 2, name.length);
        String id = hex(DerivedId.of(parts)).substring(16);
        return SpanContext.createFromRemoteParent(traceId, id, TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
