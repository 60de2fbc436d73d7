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
        Limits.Model model = new Limits.Model("model", "00");
        return new Limits(
                "test",
                "",
                model,
                model,
                0.6,
                48,
                24,
                new Limits.Pass(0.6, 8, 0.9, 0.5),
                new Limits.Fail(0.5, 1.5),
                0.3);
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
        return new FrameScore(seconds, STEP, FrameScore.State.LOW_QUALITY, new Box(0, 0, 20, 20), 20, null, null);
    }

    static CharacterScores scores(@Nullable Double... distances) {
        return CharacterScores.of(frames(distances), limits());
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
            return new FrameScore(seconds, STEP, FrameScore.State.NO_FACE, null, null, null, null);
        }
        var state = distance <= limits().threshold() ? FrameScore.State.OK : FrameScore.State.BELOW;
        return new FrameScore(seconds, STEP, state, new Box(0, 0, 100, 100), 100, distance, 0);
    }
}
