package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A shop's catalogue of 1,000 rows, 37 of them with one of 12 kinds of defect. */
final class Catalogue {
    static final int ROWS = 1_000;

    private static final Map<Reason, Consumer<ObjectNode>> DEFECTS = new EnumMap<>(Map.ofEntries(
            defect(Reason.TEXT_ONLY_NO_MODEL, row -> row.remove("media")),
            defect(Reason.NO_INPUT, row -> row.removeAll()),
            defect(Reason.MEDIA_UNREACHABLE, row -> first(row).put("uri", "http://169.254.169.254/latest")),
            defect(Reason.MEDIA_TYPE_MISMATCH, row -> first(row).put("type", "audio")),
            defect(Reason.UNKNOWN_MODEL, row -> row.put("model", "sora-9")),
            defect(
                    Reason.DURATION_OUT_OF_RANGE,
                    row -> row.withObject("/output").put("seconds", 90)),
            defect(
                    Reason.RESOLUTION_UNSUPPORTED,
                    row -> row.withObject("/output").put("resolution", "4K")),
            defect(Reason.PROMPT_TOO_LONG, row -> row.put("prompt", "x".repeat(1_600))),
            defect(
                    Reason.DUPLICATE_ROLE,
                    row -> row.withArray("/media").add(first(row).deepCopy())),
            defect(Reason.IMAGE_TOO_SMALL, row -> first(row).put("width", 100).put("height", 100)),
            defect(
                    Reason.BUDGET_TOO_SMALL,
                    row -> row.putObject("budget").put("currency", "USD").put("limit", "0.01")),
            defect(Reason.SCHEMA_INVALID, row -> row.put("seed", "a word"))));

    private final ArrayNode rows = Json.mapper().createArrayNode();
    private final Map<String, Reason> planted = new LinkedHashMap<>();

    Catalogue() {
        List<Reason> kinds = List.copyOf(DEFECTS.keySet());
        for (int i = 0; i < ROWS; i++) {
            ObjectNode row = row(i);
            if (i % 27 == 13) {
                Reason kind = kinds.get(planted.size() % kinds.size());
                DEFECTS.get(kind).accept(row);
                planted.put("sku-" + i, kind);
            }
            rows.add(row.put("id", "sku-" + i));
        }
    }

    JsonNode rows() {
        return rows;
    }

    /** Which rows are to be refused, and for what. */
    Map<String, Reason> planted() {
        return planted;
    }

    private static ObjectNode row(int i) {
        ObjectNode row = Json.mapper().createObjectNode().put("prompt", "a slow pan over product " + i);
        row.putArray("media").addObject().put("role", "firstFrame").put("uri", "https://cdn.example.com/" + i + ".jpg");
        row.putObject("output").put("kind", "file").put("seconds", 5).put("resolution", "720P");
        return row;
    }

    private static ObjectNode first(ObjectNode row) {
        return (ObjectNode) row.withArray("/media").get(0);
    }

    private static Map.Entry<Reason, Consumer<ObjectNode>> defect(Reason reason, Consumer<ObjectNode> made) {
        return Map.entry(reason, made);
    }
}
