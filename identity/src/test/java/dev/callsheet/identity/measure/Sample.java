package dev.callsheet.identity.measure;

import dev.callsheet.identity.picture.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits and frames as tests need them. */
final class Sample {
    static final double STEP = 0.25;

    private Sample() {}

    static Limits limits() {
        return new Limits(
                0.6,
                0.5,
                0.05,
                new Limits.Quality(48, 24, 0.9, 35, 0.01),
                new Limits.Pass(0.6, 8, 0.9, 0.5, 0.2, 0.1),
                new Limits.Fail(0.5, 1.5),
                0.3,
                new Limits.Likeness(0.8, 0.5),
                new Limits.Flags(6, 0.5, 0.6, 1));
    }

    /** One frame every quarter of a second: a distance, or null for a frame without a face. */
    static List<FrameScore> frames(@Nullable Double... distances) {
        List<FrameScore> frames = new ArrayList<>();
        for (Double distance : distances) {
            frames.add(frame(frames.size() * STEP, distance));
        }
        return frames;
    }

    static FrameScore tooSmall(double seconds) {
        return frame(seconds, FrameScore.State.LOW_QUALITY, null, false);
    }

    static FrameScore ambiguous(double seconds) {
        return frame(seconds, FrameScore.State.AMBIGUOUS, 0.4, false);
    }

    static FrameScore doubled(double seconds) {
        return frame(seconds, FrameScore.State.OK, 0.4, true);
    }

    static CharacterScores scores(@Nullable Double... distances) {
        return Tally.of(frames(distances), List.of(), limits());
    }

    static Verdict verdict(@Nullable Double... distances) {
        return Verdict.of(scores(distances), limits());
    }

    /** The same distance so many times. */
    static @Nullable Double[] times(int times, @Nullable Double distance) {
        Double[] all = new Double[times];
        java.util.Arrays.fill(all, distance);
        return all;
    }

    static @Nullable Double[] then(@Nullable Double[] first, @Nullable Double... second) {
        Double[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static FrameScore frame(double seconds, @Nullable Double distance) {
        if (distance == null) {
            return new FrameScore(
                    seconds, STEP, false, FrameScore.State.NO_FACE, null, null, null, null, null, null, false, "gone");
        }
        var state = distance <= limits().threshold() ? FrameScore.State.OK : FrameScore.State.BELOW;
        return frame(seconds, state, distance, false);
    }

    private static FrameScore frame(
            double seconds, FrameScore.State state, @Nullable Double distance, boolean doubled) {
        Box box = new Box(0, 0, 100, 100);
        return new FrameScore(seconds, STEP, false, state, box, 100, 0.0, distance, 100L, 0, doubled, null);
    }
}
