package dev.callsheet.corridor;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context as text, so that a trace goes through a table or an event and on (www.w3.org/TR/trace-context). */
public final class Traces {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Traces() {}

    /** The current span as a traceparent; null outside of any trace. */
    public static @Nullable String current() {
        return text(Span.current().getSpanContext());
    }

    /** The trace id of the current span; null outside of any trace. */
    public static @Nullable String currentTraceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** A context to continue in; the root context for a missing or malformed traceparent. */
    public static Context from(@Nullable String traceparent) {
        if (traceparent == null) {
            return Context.root();
        }
        Matcher match = FORM.matcher(traceparent);
        if (!match.matches()) {
            return Context.root();
        }
        SpanContext parent = SpanContext.createFromRemoteParent(
                match.group(1), match.group(2), TraceFlags.fromHex(match.group(3), 0), TraceState.getDefault());
        return Context.root().with(Span.wrap(parent));
    }

    static @Nullable String text(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
