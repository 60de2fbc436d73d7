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
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

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
        SpanContext parent = parse(traceparent);
        return parent.isValid() ? Context.root().with(Span.wrap(parent)) : Context.root();
    }

    /** The span that a traceparent names; invalid for a missing or malformed one. */
    public static SpanContext parse(@Nullable String traceparent) {
        Matcher match = FORM.matcher(traceparent == null ? "" : traceparent);
        return match.matches()
                ? SpanContext.createFromRemoteParent(
                        match.group(1), match.group(2), TraceFlags.fromHex(match.group(3), 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    /** The span as a traceparent; null if it is none. */
    public static @Nullable String text(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
