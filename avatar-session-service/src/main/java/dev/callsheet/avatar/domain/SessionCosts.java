package dev.callsheet.avatar.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What live sessions have cost, from their ledger. All amounts in micros of US dollars. */
public interface SessionCosts {

    /**
     * One tenant's sums. A session commits the most that it can cost as it starts, and releases what it did not use as it
     * ends: settled, released and open are committed.
     *
     * @param takesPaid how many sessions cost something
     */
    record Line(
            String tenant,
            long quotedMicros,
            long committedMicros,
            long settledMicros,
            long releasedMicros,
            long openMicros,
            long takesPaid) {}

    /** In the order of the tenants' names. */
    record Answer(List<Line> lines) {
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /** Null means all. @param to not included @throws IllegalStateException if the ledger cannot be read */
    Answer answer(@Nullable String tenant, @Nullable Instant from, @Nullable Instant to);
}
