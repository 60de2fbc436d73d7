package dev.callsheet.stack.traces;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One trace as indented lines: when (from the first span), how long, which service, what. */
public record TraceTree(List<SpanLine> spans) {
    private static final double NANOS_PER_MILLI = 1e6;

    public TraceTree {
        spans = List.copyOf(spans);
    }

    /** The lines, parents before children; a span whose parent has not arrived stands on its own. */
    public List<String> lines() {
        Set<String> known = spans.stream().map(SpanLine::spanId).collect(Collectors.toCollection(HashSet::new));
        long begin = spans.stream().mapToLong(SpanLine::startNanos).min().orElse(0);
        List<String> lines = new ArrayList<>();
        spans.stream()
                .filter(span -> span.parentId() == null || !known.contains(span.parentId()))
                .forEach(root -> add(root, 0, begin, lines));
        return lines;
    }

    private void add(SpanLine span, int depth, long begin, List<String> lines) {
        lines.add("%10.1f ms %+9.1f ms  %-22s  %s%s%s"
                .formatted(
                        (span.startNanos() - begin) / NANOS_PER_MILLI,
                        (span.endNanos() - span.startNanos()) / NANOS_PER_MILLI,
                        span.service(),
                        "  ".repeat(depth),
                        span.name(),
                        span.failed() ? "  FAILED" : ""));
        spans.stream()
                .filter(child -> span.spanId().equals(child.parentId()))
                .forEach(child -> add(child, depth + 1, begin, lines));
    }
}
