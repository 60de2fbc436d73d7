package dev.callsheet.render;

import dev.callsheet.render.domain.Signal;
import java.time.Duration;

/** What a look at a take brought. */
sealed interface Sensed {

    /** Something has happened. @param again when to look next */
    record Heard(Signal signal, Duration again) implements Sensed {}

    /** Nothing new. */
    record Nothing(Duration again) implements Sensed {}

    /** The take is no longer ours. */
    record Gone() implements Sensed {}
}
