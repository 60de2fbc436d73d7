package dev.callsheet.identity.measure;

import dev.callsheet.identity.picture.Box;
import org.jspecify.annotations.Nullable;

/**
 * What one frame says about one character.
 *
 * @param seconds from the clip's first frame
 * @param span seconds that the frame stands for: until the next looked-at frame
 * @param refined looked at only to bound a failure: counts in intervals, not in shares
 * @param box of the face that was taken for the character, pixels of the frame; null without a face
 * @param yaw degrees that the head is turned; null without a face
 * @param distance from the prototype; null if not measured
 * @param oneIn of so many strangers one would be as near; null if not measured
 * @param nearestReference index of the most similar reference; null if not measured
 * @param doubled whether another face of the frame would pass for the character too
 * @param why no measurement was possible; null if it was
 */
public record FrameScore(
        double seconds,
        double span,
        boolean refined,
        State state,
        @Nullable Box box,
        @Nullable Integer heightPx,
        @Nullable Double yaw,
        @Nullable Double distance,
        @Nullable Long oneIn,
        @Nullable Integer nearestReference,
        boolean doubled,
        @Nullable String why) {
    /**
     * OK: within the threshold. BELOW: a face, but too far from the references. LOW_QUALITY: a face too small, turned
     * away or blurred to say. NO_FACE: no face was left for this character; counted, never skipped. AMBIGUOUS: a face
     * that might as well be another character's.
     */
    public enum State {
        OK,
        BELOW,
        LOW_QUALITY,
        NO_FACE,
        AMBIGUOUS
    }

    public boolean evaluable() {
        return state == State.OK || state == State.BELOW;
    }
}
