package dev.callsheet.identity.measure;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.measure.CharacterScores.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Adds one character's frames up to figures. */
final class Tally {
    private Tally() {}

    /**
     * The figures of these frames, which are in order of time.
     *
     * @param faces embeddings of the evenly sampled evaluable frames, in order
     */
    static CharacterScores of(List<FrameScore> all, List<Embedding> faces, Limits limits) {
        List<FrameScore> frames = all.stream().filter(frame -> !frame.refined()).toList();
        List<FrameScore> evaluable =
                frames.stream().filter(FrameScore::evaluable).toList();
        int noFace = count(frames, FrameScore.State.NO_FACE);
        int trusted = limits.quality().trustedHeight();
        int small = (int) evaluable.stream()
                .filter(frame -> frame.heightPx() != null && frame.heightPx() < trusted)
                .count();
        List<Interval> failing = failing(all);
        int sampled = frames.size();
        int n = evaluable.size();
        double[] inTime = evaluable.stream().mapToDouble(Tally::distance).toArray();
        double[] seconds = evaluable.stream().mapToDouble(FrameScore::seconds).toArray();
        double[] sorted =
                IntStream.range(0, n).mapToDouble(i -> inTime[i]).sorted().toArray();
        boolean any = n > 0;
        return new CharacterScores(
                sampled,
                n,
                small,
                count(frames, FrameScore.State.LOW_QUALITY),
                noFace,
                count(frames, FrameScore.State.AMBIGUOUS),
                share(n, sampled),
                share(sampled - noFace, sampled),
                any ? share(count(frames, FrameScore.State.OK), n) : null,
                any ? Series.mean(inTime) : null,
                any ? Series.quantile(sorted, 0.5) : null,
                any ? Series.quantile(sorted, 0.9) : null,
                any ? sorted[0] : null,
                any ? sorted[n - 1] : null,
                any ? Series.drift(inTime) : null,
                any ? Series.slope(seconds, inTime) : null,
                any ? Series.jump(inTime) : null,
                faces.size() > 1 ? allPairs(faces) : null,
                share((int) evaluable.stream().filter(FrameScore::doubled).count(), n),
                failing.stream().mapToDouble(Interval::failingFor).max().orElse(0),
                failing);
    }

    private static double distance(FrameScore frame) {
        Double distance = frame.distance();
        if (distance == null) {
            throw new IllegalStateException("an evaluable frame has a distance");
        }
        return distance;
    }

    private static double allPairs(List<Embedding> faces) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < faces.size(); i++) {
            for (int j = i + 1; j < faces.size(); j++) {
                sum += faces.get(i).distance(faces.get(j));
                pairs++;
            }
        }
        return sum / pairs;
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
                case LOW_QUALITY, NO_FACE, AMBIGUOUS -> {
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
}
