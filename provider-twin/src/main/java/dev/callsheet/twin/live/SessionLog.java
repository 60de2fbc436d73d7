package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.StateFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Sessions that outlive the process: a file of JSON lines, the last one of an id counts. One writer at a time. */
@ApplicationScoped
public class SessionLog {
    private static final Logger LOG = Logger.getLogger(SessionLog.class);

    private final Path file;
    private final ObjectMapper json;

    SessionLog(StateFolder state, ObjectMapper json) {
        this.file = state.root().resolve("live.jsonl");
        this.json = json;
    }

    /** In the file when this returns. The line break comes first: a line that a kill has cut short stays alone. */
    void write(LiveSession session) {
        try {
            String line = json.writeValueAsString(StoredSession.of(session));
            Files.writeString(file, "\n" + line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the log of live sessions cannot be written", e);
        }
    }

    Collection<StoredSession> read() {
        Map<String, StoredSession> found = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).forEach(line -> parse(line, found));
            } catch (IOException e) {
                throw new UncheckedIOException("the log of live sessions cannot be read", e);
            }
        }
        return found.values();
    }

    private void parse(String line, Map<String, StoredSession> into) {
        if (line.isBlank()) {
            return;
        }
        try {
            var stored = json.readValue(line, StoredSession.class);
            into.put(stored.id(), stored);
        } catch (JsonProcessingException e) {
            LOG.warnf("skipped an unreadable line of %s", file.getFileName());
        }
    }
}
