package dev.callsheet.render.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A take as our books have it, for comparison with the provider's.
 *
 * @param changedAt when its state last changed
 * @param jobs its jobs at the provider, oldest first
 * @param marker of what was or is to be submitted; null if that was not looked for
 * @param openMicros committed and neither settled nor released
 */
public record BookedTake(
        TakeId id,
        RequestId requestId,
        String tenant,
        String state,
        Instant changedAt,
        List<BookedJob> jobs,
        @Nullable Marker marker,
        long openMicros,
        long settledMicros) {
    public BookedTake {
        jobs = List.copyOf(jobs);
    }

    /** A job of the take's. @param at when we learnt of it */
    public record BookedJob(String providerId, Instant at) {}

    /** The same take with its jobs. */
    public BookedTake with(List<BookedJob> found) {
        return new BookedTake(id, requestId, tenant, state, changedAt, found, marker, openMicros, settledMicros);
    }

    /** Whether the job is the one that the take stands for now; earlier ones have been released. */
    boolean isCurrent(String providerId) {
        return !jobs.isEmpty() && jobs.getLast().providerId().equals(providerId);
    }

    /** In words, for an operator. */
    String words() {
        return "take " + id + " of request " + requestId + " (" + tenant + ", " + state + ")";
    }
}
