package dev.callsheet.identity.measure;

import dev.callsheet.identity.picture.Box;
import org.jspecify.annotations.Nullable;

/**
 * What one frame says about one character.
 *
 * @param seconds from the clip's first frame
 * @param span seconds that the frame stands for: until the next sampled frame
 * @param box of the face that was taken for the character, pixels of the frame; null without a face
 * @param distance from the prototype; null if not measured
 * @param nearestReference index of the most similar reference; null if not measured
 */
public record FrameScore(
        double seconds,
        double span,
        State state,
        @Nullable Box box,
        @Nullable Integer heightPx,
        @Nullable Double distance,
        @Nullable Integer nearestReference) {
    /**
     * OK: within the threshold. BELOW: a face, but too far from the references. LOW_QUALITY: a face too small to say.
     * NO_FACE: no face was left for this character; counted, never skipped.
     */
    public enum State {
        OK,
        BELOW,
        LOW_QUALITY,
        NO_FACE
    }

    public boolean evaluable() {
        return state == State.OK || state == State.BELOW;
    }
}
