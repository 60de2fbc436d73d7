package dev.callsheet.routing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The requests in a document: one, a list, or {@code {"requests": [...]}}; each may come with a name of its own. */
public final class Rows {
    private Rows() {}

    public static List<Row> of(JsonNode document) {
        JsonNode list = document.path("requests").isArray() ? document.path("requests") : document;
        if (!list.isArray()) {
            return List.of(named(1, document));
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : list) {
            rows.add(named(rows.size() + 1, each));
        }
        return rows;
    }

    /** One line of a file with a request in each. A line that is no JSON is a row that is refused. */
    public static Row line(int number, String line) {
        try {
            return named(number, Json.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableEvent e) {
            return Row.unreadable(number, e.getMessage());
        }
    }

    /** {@code {"id": ..., "request": {...}}}, or the request itself with an id that is taken out. */
    public static Row named(int number, JsonNode document) {
        JsonNode id = document.path("id");
        boolean hasId = id.isTextual() && !id.asText().isBlank();
        if (document.has("request")) {
            return new Row(number, hasId ? id.asText() : "row-" + number, document.path("request"), null);
        }
        if (hasId && document instanceof ObjectNode request) {
            ObjectNode rest = request.deepCopy();
            rest.remove("id");
            return new Row(number, id.asText(), rest, null);
        }
        return Row.of(number, document);
    }
}
