package dev.callsheet.identity.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One character over one clip. Shares are 0 to 1, times are seconds, distances are null where no frame was measured. All
 * but the intervals are over the evenly sampled frames; those looked at around a failure only bound it.
 *
 * @param coverage evaluable frames over sampled frames
 * @param presence frames with a face for the character over sampled frames
 * @param smallFaces measured, but under the trusted height
 * @param framesWithin frames within the threshold over evaluable frames
 * @param ninthDecile nine of ten evaluable frames are at most this far: the tenth percentile of similarity
 * @param drift mean distance of the last fifth less that of the first fifth of the evaluable frames
 * @param slope growth of the distance per second (Theil 1950, Sen 1968: the median over all pairs)
 * @param jump largest change from one evaluable frame to the next
 * @param within mean distance over all pairs of evaluable frames
 * @param doubled share of evaluable frames with a second face that would pass
 * @param failing the intervals of frames beyond the threshold that no good frame interrupts
 */
public record CharacterScores(
        int sampled,
        int evaluable,
        int smallFaces,
        int lowQuality,
        int noFace,
        int ambiguous,
        double coverage,
        double presence,
        @Nullable Double framesWithin,
        @Nullable Double mean,
        @Nullable Double median,
        @Nullable Double ninthDecile,
        @Nullable Double nearest,
        @Nullable Double farthest,
        @Nullable Double drift,
        @Nullable Double slope,
        @Nullable Double jump,
        @Nullable Double within,
        double doubled,
        double longestFailing,
        List<Interval> failing) {
    public CharacterScores {
        failing = List.copyOf(failing);
    }

    /** From the first failing frame to the end of the last; {@code failingFor} leaves out what was not measurable. */
    public record Interval(double from, double to, double failingFor) {}
}
