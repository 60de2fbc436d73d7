package dev.callsheet.twin.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that belongs to one session while it runs. */
record Show(Stage stage, Party party, Memory memory, Place place) {

    /** What is kept of it beyond its end. @param transcript FULL only */
    record Memory(PlayLog log, @Nullable Transcript transcript) {}

    Optional<Agent> agent() {
        return party instanceof Agent agent ? Optional.of(agent) : Optional.empty();
    }

    Optional<Host> host() {
        return party instanceof Host host ? Optional.of(host) : Optional.empty();
    }
}
