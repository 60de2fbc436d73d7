package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;

/** What rests at a worker. */
final class PauseLines {
    private PauseLines() {}

    static void print(Place worker, JsonNode pauses, PrintWriter out) {
        if (pauses.isEmpty()) {
            out.println(worker.label() + ": nothing rests");
        }
        for (JsonNode pause : pauses) {
            out.println(worker.label() + ": " + pause.path("model").asText("all models") + " of "
                    + pause.path("tenant").asText("all tenants") + " by the "
                    + pause.path("by").asText() + " since "
                    + pause.path("since").asText() + " until "
                    + pause.path("until").asText("it is resumed") + ": "
                    + pause.path("reason").asText());
        }
    }
}
