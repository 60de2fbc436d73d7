package dev.callsheet.twin.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.StateFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What the real provider would have charged: an append-only file of JSON lines, kept over restarts. Thread-safe.
 */
@ApplicationScoped
public class Journal {

    private static final Logger LOG = Logger.getLogger(Journal.class);

    private final Path file;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<JournalEntry> entries;
    private final Map<Charged, Long> charged = new HashMap<>();

    /** Reads what a process before this one charged. */
    public Journal(StateFolder state, ObjectMapper json, Clock clock) {
        this.file = state.root().resolve("journal.jsonl");
        this.json = json;
        this.clock = clock;
        this.entries = read();
        entries.forEach(this::add);
    }

    private record Charged(String product, String id) {}

    /** Appends a charge; calling it twice charges twice. {@code micros} are millionths of a US dollar. */
    public void charge(String product, String id, long micros, String what) {
        synchronized (entries) {
            append(new JournalEntry(clock.instant(), product, id, micros, what));
        }
    }

    /** Charges unless this product and id already stand in the journal; true if it charged. */
    public boolean chargeOnce(String product, String id, long micros, String what) {
        synchronized (entries) {
            if (charged.containsKey(new Charged(product, id))) {
                return false;
            }
            append(new JournalEntry(clock.instant(), product, id, micros, what));
            return true;
        }
    }

    /** What was charged for that product and id so far, in millionths of a US dollar. */
    public long charged(String product, String id) {
        synchronized (entries) {
            return charged.getOrDefault(new Charged(product, id), 0L);
        }
    }

    /** Every charge so far, oldest first. */
    public List<JournalEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** The line break comes first: a line that a kill has cut short stays alone. */
    private void append(JournalEntry entry) {
        try {
            Files.writeString(
                    file, "\n" + json.writeValueAsString(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the billing journal cannot be written", e);
        }
        entries.add(entry);
        add(entry);
    }

    private void add(JournalEntry entry) {
        charged.merge(new Charged(entry.product(), entry.id()), entry.micros(), Long::sum);
    }

    private List<JournalEntry> read() {
        var found = new ArrayList<JournalEntry>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                parse(line, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the billing journal cannot be read", e);
        }
        return found;
    }

    private void parse(String line, List<JournalEntry> into) {
        if (line.isBlank()) {
            return;
        }
        try {
            into.add(json.readValue(line, JournalEntry.class));
        } catch (JsonProcessingException e) {
            // A kill in the middle of a write leaves half a line; the charges around it still count.
            LOG.warnf("skipped an unreadable line of %s", file.getFileName());
        }
    }
}
