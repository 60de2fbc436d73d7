package dev.callsheet.stack.operators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.HistoryLine;
import java.util.ArrayList;
import java.util.List;

/** Takes of one worker, each with what is known of it. */
public record TakeTable(String worker, JsonNode takes) {

    /** Three lines a take. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JsonNode take : takes) {
            lines.add("%s %-9s since %s  %s, tenant %s, attempt %s, request %s"
                    .formatted(
                            take.path("takeId").asText(),
                            take.path("state").asText(),
                            take.path("since").asText(),
                            take.path("model").asText(),
                            take.path("tenant").asText(),
                            take.path("attempt").asText(),
                            take.path("requestId").asText()));
            lines.add("    because " + take.path("cause").asText("-") + "; open "
                    + HistoryLine.dollars(take.path("openMicros").asLong()));
            lines.add("    job " + take.path("providerId").asText("-") + ", submitted "
                    + take.path("submittedAt").asText("-") + ", seed "
                    + take.path("seed").asText("-") + "; driven by "
                    + take.path("owner").asText("nobody")
                    + (take.has("owner") && !take.path("ownerAlive").asBoolean() ? " (its lease is over)" : "")
                    + " at " + worker);
        }
        return lines;
    }
}
