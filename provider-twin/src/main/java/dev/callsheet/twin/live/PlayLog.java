package dev.callsheet.twin.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of one session was heard, by the event ids of the audio that was given. Thread-safe. */
final class PlayLog {
    private static final int MOST = 20_000;

    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One event id.
     *
     * @param silentMs played as silence, since the format was not announced, or was another one
     * @param interrupted an interrupt dropped it, heard or not
     * @param afterInterruptMs what of it was heard after an interrupt that dropped it
     */
    record Played(
            @JsonProperty("event_id") String eventId,
            @Nullable Instant firstPlayedAt,
            @Nullable Instant lastPlayedAt,
            long playedMs,
            long silentMs,
            boolean interrupted,
            @Nullable Instant interruptedAt,
            long afterInterruptMs) {}

    synchronized void played(String eventId, Duration time, boolean audible, Instant now) {
        var entry = entry(eventId);
        if (!audible) {
            entry.silent += time.toNanos();
            return;
        }
        if (entry.first == null) {
            entry.first = now;
        }
        entry.last = now;
        entry.heard += time.toNanos();
        if (entry.interruptedAt != null) {
            entry.late += time.toNanos();
        }
    }

    synchronized void interrupted(String eventId, Instant now) {
        var entry = entry(eventId);
        if (entry.interruptedAt == null) {
            entry.interruptedAt = now;
        }
    }

    /** In the order of their first sound or interrupt. */
    synchronized List<Played> all() {
        return entries.entrySet().stream()
                .map(named -> named.getValue().told(named.getKey()))
                .toList();
    }

    private Entry entry(String eventId) {
        if (entries.size() >= MOST && !entries.containsKey(eventId)) {
            entries.pollFirstEntry();
        }
        return entries.computeIfAbsent(eventId, id -> new Entry());
    }

    private static final class Entry {
        @Nullable
        Instant first;

        @Nullable
        Instant last;

        @Nullable
        Instant interruptedAt;

        long heard;
        long silent;
        long late;

        Played told(String eventId) {
            return new Played(
                    eventId,
                    first,
                    last,
                    Math.round(heard / 1e6),
                    Math.round(silent / 1e6),
                    interruptedAt != null,
                    interruptedAt,
                    Math.round(late / 1e6));
        }
    }
}
