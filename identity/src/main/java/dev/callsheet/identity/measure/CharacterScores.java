package dev.callsheet.identity.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One character over one clip. Shares are 0 to 1, times are seconds, distances are null where no frame was measured.
 *
 * @param coverage evaluable frames over sampled frames
 * @param presence frames with a face for the character over sampled frames
 * @param framesWithin frames within the threshold over evaluable frames
 * @param ninthDecile nine of ten evaluable frames are at most this far
 * @param drift mean distance of the last fifth less that of the first fifth of the evaluable frames
 * @param failing the intervals of frames beyond the threshold that no good frame interrupts
 */
public record CharacterScores(
        int sampled,
        int evaluable,
        int smallFaces,
        int lowQuality,
        int noFace,
        double coverage,
        double presence,
        @Nullable Double framesWithin,
        @Nullable Double mean,
        @Nullable Double median,
        @Nullable Double ninthDecile,
        @Nullable Double nearest,
        @Nullable Double farthest,
        @Nullable Double drift,
        double longestFailing,
        List<Interval> failing) {
    public CharacterScores {
        failing = List.copyOf(failing);
    }

    /** From the first failing frame to the end of the last; {@code failingFor} leaves out what was not measurable. */
    public record Interval(double from, double to, double failingFor) {}

    /** The figures of these frames, which are in order of time. */
    public static CharacterScores of(List<FrameScore> frames, Limits limits) {
        List<FrameScore> evaluable =
                frames.stream().filter(FrameScore::evaluable).toList();
        int noFace = count(frames, FrameScore.State.NO_FACE);
        int within = count(frames, FrameScore.State.OK);
        int small = (int) evaluable.stream()
                .filter(frame -> frame.heightPx() != null && frame.heightPx() < limits.trustedFaceHeight())
                .count();
        List<Double> inTime = evaluable.stream().map(FrameScore::distance).toList();
        List<Double> sorted = inTime.stream().sorted().toList();
        List<Interval> failing = failing(frames);
        int n = evaluable.size();
        int fifth = Math.max(1, n / 5);
        return new CharacterScores(
                frames.size(),
                n,
                small,
                count(frames, FrameScore.State.LOW_QUALITY),
                noFace,
                share(n, frames.size()),
                share(frames.size() - noFace, frames.size()),
                n == 0 ? null : share(within, n),
                n == 0 ? null : mean(inTime),
                n == 0 ? null : quantile(sorted, 0.5),
                n == 0 ? null : quantile(sorted, 0.9),
                n == 0 ? null : sorted.getFirst(),
                n == 0 ? null : sorted.getLast(),
                n == 0 ? null : mean(inTime.subList(n - fifth, n)) - mean(inTime.subList(0, fifth)),
                failing.stream().mapToDouble(Interval::failingFor).max().orElse(0),
                failing);
    }

    private static List<Interval> failing(List<FrameScore> frames) {
        List<Interval> intervals = new ArrayList<>();
        Interval open = null;
        for (FrameScore frame : frames) {
            switch (frame.state()) {
                case BELOW -> {
                    double from = open == null ? frame.seconds() : open.from();
                    double before = open == null ? 0 : open.failingFor();
                    open = new Interval(from, frame.seconds() + frame.span(), before + frame.span());
                }
                case OK -> {
                    if (open != null) {
                        intervals.add(open);
                        open = null;
                    }
                }
                case LOW_QUALITY, NO_FACE -> {
                    // Says nothing about who it is: it neither ends nor lengthens a failure.
                }
            }
        }
        if (open != null) {
            intervals.add(open);
        }
        return intervals;
    }

    private static int count(List<FrameScore> frames, FrameScore.State state) {
        return (int) frames.stream().filter(frame -> frame.state() == state).count();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Linear between the neighbours (the usual definition, type 7 of Hyndman and Fan 1996). */
    private static double quantile(List<Double> sorted, double share) {
        double at = (sorted.size() - 1) * share;
        int low = (int) at;
        int high = Math.min(low + 1, sorted.size() - 1);
        return sorted.get(low) + (sorted.get(high) - sorted.get(low)) * (at - low);
    }
}
