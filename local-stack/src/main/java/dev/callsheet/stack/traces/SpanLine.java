package dev.callsheet.stack.traces;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One span, as one line of a file. Times are nanoseconds since 1970.
 *
 * @param parentId null for the first span of a trace
 * @param scope which edition of the conventions its names follow; null if it does not say
 * @param failed the span says that it ended in an error
 * @param events what happened within it
 * @param links the traces that it was led to by
 */
public record SpanLine(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        @Nullable String scope,
        String name,
        String kind,
        long startNanos,
        long endNanos,
        boolean failed,
        Map<String, String> attributes,
        List<Event> events,
        List<String> links) {
    public SpanLine {
        attributes = Map.copyOf(attributes);
        // Lines of an older store have none.
        events = events == null ? List.of() : List.copyOf(events);
        links = links == null ? List.of() : List.copyOf(links);
    }

    /** A point within a span. */
    public record Event(String name, long atNanos) {}
}
