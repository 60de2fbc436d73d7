package dev.callsheet.stack.traces;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request's trace as indented lines, as the front desk tells it: when from its begin, how long, a bar, which service,
 * what, and what it had waited for.
 */
public record TraceTree(JsonNode trace) {
    private static final int BAR = 24;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1000;
    /** What waits less does not show. */
    private static final long WORTH_TELLING_MS = 50;

    private static final int SERVICE = 18;

    /** A head, then parents before children. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean spans = trace.path("from").asText().equals("spans");
        lines.add("trace   %s  %s in all%s"
                .formatted(
                        trace.path("traceId").asText(),
                        length(trace.path("durationMs").asDouble()),
                        spans ? "" : "; from the request's history, as no spans are there"));
        Map<String, Integer> depths = new HashMap<>();
        for (JsonNode span : trace.path("spans")) {
            int depth = depths.getOrDefault(span.path("parent").asText(""), -1) + 1;
            depths.put(span.path("id").asText(), depth);
            lines.add(line(span, depth));
        }
        return lines;
    }

    private String line(JsonNode span, int depth) {
        double begin =
                seconds(trace.path("startedAt").asText(), span.path("startedAt").asText());
        String service = span.path("service").asText();
        return "%8.2f s %9s %s %-18s %s%s%s%s%s"
                .formatted(
                        begin,
                        length(span.path("durationMs").asDouble()),
                        bar(begin, span.path("durationMs").asDouble() / MILLIS),
                        service.length() > SERVICE ? service.substring(0, SERVICE) : service,
                        "  ".repeat(depth),
                        span.path("name").asText(),
                        span.has("what") ? "  " + span.path("what").asText() : "",
                        waited(span),
                        span.path("failed").asBoolean() ? "  FAILED" : "")
                .stripTrailing();
    }

    private static String waited(JsonNode span) {
        long waited = span.path("waitedMs").asLong();
        if (waited < WORTH_TELLING_MS) {
            return "";
        }
        String where = span.path("room").asText().equals("outbox") ? "outbox" : "topic";
        return "  (after " + length(waited) + " in its " + where + ")";
    }

    /** Where it stands in the whole; what is short is a dot. */
    private String bar(double begin, double length) {
        double whole = Math.max(trace.path("durationMs").asDouble() / MILLIS, 1e-9);
        int from = (int) Math.min(BAR - 1, Math.floor(begin / whole * BAR));
        int cells = (int) Math.round(length / whole * BAR);
        String mark = cells == 0 ? "·" : "█".repeat(Math.min(cells, BAR - from));
        return "│" + " ".repeat(from) + mark + " ".repeat(BAR - from - mark.length()) + "│";
    }

    private static double seconds(String from, String to) {
        return Duration.between(Instant.parse(from), Instant.parse(to)).toNanos() / NANOS;
    }

    private static String length(double millis) {
        return millis < MILLIS
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / MILLIS);
    }
}
