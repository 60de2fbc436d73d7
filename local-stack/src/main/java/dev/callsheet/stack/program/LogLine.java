package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A line of a service's log, for people: services write JSON, one object a line. */
final class LogLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private LogLine() {}

    /** The line in words; what is no JSON, as the runtime's own warnings, stays as it is. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode said = Json.read(line.getBytes(StandardCharsets.UTF_8));
            if (!said.has("message") || !said.has("level")) {
                return line;
            }
            String logger = said.path("logger").asText();
            String words = "%s %-5s %s %s"
                    .formatted(
                            time(said.path("timestamp").asText()),
                            said.path("level").asText(),
                            logger.substring(logger.lastIndexOf('.') + 1),
                            said.path("message").asText());
            String trace = said.path("stackTrace").asText("").strip();
            return trace.isEmpty() ? words : words + System.lineSeparator() + trace;
        } catch (UnreadableEvent e) {
            return line;
        }
    }

    private static String time(String timestamp) {
        try {
            return TIME.format(Instant.parse(timestamp));
        } catch (DateTimeParseException e) {
            return timestamp;
        }
    }
}
