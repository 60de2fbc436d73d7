package dev.callsheet.avatar.live.recorder;

import dev.callsheet.conversation.turn.Timeline;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** What a person is promised ({@code callsheet.promise.*}). How often it must be kept is a matter of the alerts. */
@ConfigMapping(prefix = "callsheet.promise")
public interface Promise {
    /** From the end of the input to the avatar speaking. */
    @WithDefault("PT3S")
    Duration firstFrame();

    /** Whether a turn kept it; one that ended before the avatar spoke kept it if the time was not over yet. */
    default boolean kept(Timeline line, Instant endedAt) {
        Instant shown = line.firstFrame() == null ? endedAt : line.firstFrame();
        return !shown.isAfter(line.endOfInput().plus(firstFrame()));
    }
}
