package dev.callsheet.render;

import dev.callsheet.render.Sensed.Heard;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.outbound.Submissions.Submission;
import org.jspecify.annotations.Nullable;

/**
 * One look to come.
 *
 * @param intent to submit, stored just now by this worker; null in every other state, and for whoever takes over
 * @param kept what was heard but could not be stored
 */
record Turn(Take take, @Nullable Intent intent, @Nullable Heard kept) {

    /** @param term the lease must not have lapsed since the intent was stored */
    record Intent(Submission submission, Lease.Term term) {}

    static Turn of(Take take) {
        return new Turn(take, null, null);
    }
}
