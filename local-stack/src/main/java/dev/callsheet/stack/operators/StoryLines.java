package dev.callsheet.stack.operators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.HistoryLine;
import java.util.ArrayList;
import java.util.List;

/** The story of each take of a request, as its worker keeps it: every change with its cause, money and job. */
public record StoryLines(String worker, JsonNode takes) {

    /** A head for each take, then a line for each change. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JsonNode take : takes) {
            lines.add("take    " + take.path("takeId").asText() + ", attempt "
                    + take.path("attempt").asText() + " with "
                    + take.path("model").asText() + " at " + worker + ": "
                    + take.path("state").asText());
            for (JsonNode step : take.path("steps")) {
                lines.add("  %-27s  %-10s  %s%s%s"
                        .formatted(
                                step.path("at").asText(),
                                step.path("state").asText(),
                                step.path("cause").asText(),
                                job(step),
                                money(step.path("money"))));
            }
            if (take.has("traceparent")) {
                lines.add("  trace   " + trace(take.path("traceparent").asText()));
            }
        }
        return lines;
    }

    /** Unless the cause says it already. */
    private static String job(JsonNode step) {
        String job = step.path("providerId").asText("");
        return job.isEmpty() || step.path("cause").asText().contains(job) ? "" : ", job " + job;
    }

    private static String money(JsonNode money) {
        var words = new StringBuilder();
        for (JsonNode line : money) {
            words.append(", ")
                    .append(line.path("kind").asText())
                    .append(' ')
                    .append(HistoryLine.dollars(line.path("micros").asLong()));
        }
        return words.toString();
    }

    private static String trace(String traceparent) {
        String[] parts = traceparent.split("-");
        return parts.length > 1 ? parts[1] : traceparent;
    }
}
