package dev.callsheet.stack.traces;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One span, as one line of a file. Times are nanoseconds since 1970.
 *
 * @param parentId null for the first span of a trace
 * @param failed the span says that it ended in an error
 */
public record SpanLine(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        String name,
        String kind,
        long startNanos,
        long endNanos,
        boolean failed,
        Map<String, String> attributes) {
    public SpanLine {
        attributes = Map.copyOf(attributes);
    }
}
