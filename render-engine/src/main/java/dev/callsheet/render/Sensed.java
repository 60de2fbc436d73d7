package dev.callsheet.render;

import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.time.Duration;

/** What a look at a take brought. */
sealed interface Sensed {

    /** Something has happened. @param again when to look next */
    record Heard(Signal signal, Duration again) implements Sensed {}

    /** Everything is at hand for the submit. */
    record Ready(Submission submission) implements Sensed {}

    /** Nothing new. */
    record Nothing(Duration again) implements Sensed {}
}
