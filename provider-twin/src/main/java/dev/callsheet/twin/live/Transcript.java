package dev.callsheet.twin.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said in a FULL session. Times are milliseconds: absolute ones since 1970, relative ones since the start. Thread-safe. */
final class Transcript {
    private final Instant since;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();

    Transcript(Instant since, Clock clock) {
        this.since = since;
        this.clock = clock;
    }

    /** @param role {@code user} or {@code avatar} */
    private record Entry(String role, String text, long at) {}

    synchronized void add(String role, String text) {
        // No two entries share a time: whoever reads from a time on reads each once.
        long last = entries.isEmpty() ? 0 : entries.getLast().at();
        entries.add(new Entry(role, text, Math.max(clock.millis(), last + 1)));
    }

    /** What was said from a time on, and the time to read on from. */
    synchronized Map<String, @Nullable Object> since(long start, boolean active) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("session_active", active);
        data.put(
                "transcript_data",
                entries.stream()
                        .filter(entry -> entry.at() >= start)
                        .map(this::told)
                        .toList());
        data.put(
                "next_timestamp",
                entries.isEmpty() ? start : Math.max(start, entries.getLast().at() + 1));
        return data;
    }

    private Map<String, Object> told(Entry entry) {
        long relative =
                Duration.between(since, Instant.ofEpochMilli(entry.at())).toMillis();
        return Map.of(
                "role", entry.role(),
                "transcript", entry.text(),
                "absolute_timestamp", entry.at(),
                "relative_timestamp", relative);
    }
}
