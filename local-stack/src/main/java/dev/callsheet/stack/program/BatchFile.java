package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Tells a file of many requests from a file of one. @param type of its content, as the front desk reads it */
record BatchFile(String type, byte[] content) {

    /** Empty for one request. */
    static Optional<BatchFile> of(Path file, byte[] content) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Optional.of(new BatchFile("text/csv", content));
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Optional.of(new BatchFile("application/x-ndjson", content));
        }
        JsonNode document = Json.readList(content);
        return document.isArray() || document.path("requests").isArray()
                ? Optional.of(new BatchFile("application/json", content))
                : Optional.empty();
    }

    /** The same file is the same batch, however often it is handed in. */
    String key() {
        return "batch-" + Json.sha256(content);
    }
}
