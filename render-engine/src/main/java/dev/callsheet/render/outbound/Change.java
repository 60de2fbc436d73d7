package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal that is to be stored with what it makes of a take.
 *
 * @param owner who drives the take; null if nobody does
 * @param nextAt when it is to be looked at again, should it go back into the queue
 * @param submission kept with the intent to submit it; null for every other signal
 */
record Change(
        Take take,
        Signal signal,
        @Nullable String owner,
        Instant at,
        Instant nextAt,
        @Nullable Submission submission) {
    /** From now until it is to be looked at again. */
    long restMillis() {
        return Duration.between(at, nextAt).toMillis();
    }
}
