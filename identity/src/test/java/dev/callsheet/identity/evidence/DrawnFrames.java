package dev.callsheet.identity.evidence;

import dev.callsheet.contracts.VideoRequest.Kind;
import dev.callsheet.identity.measure.Binding.Warning;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.CharacterScores.Interval;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.FrameScore.State;
import dev.callsheet.identity.measure.Series;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Frames of one character, four a second, with the stills that go with them. */
final class DrawnFrames {
    private static final double STEP = 0.25;

    private final DrawnFace face;
    private final List<FrameScore> frames = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final int count;

    private DrawnFrames(DrawnFace face, int count) {
        this.face = face;
        this.count = count;
    }

    static DrawnFrames of(DrawnFace face, int count) {
        return new DrawnFrames(face, count);
    }

    DrawnFrames alike(int from, int to, double about) {
        return add(face, from, to, State.OK, about, null);
    }

    DrawnFrames other(DrawnFace whom, int from, int to, double about) {
        return add(whom, from, to, State.BELOW, about, null);
    }

    DrawnFrames unseen(int from, int to) {
        return add(null, from, to, State.NO_FACE, null, "no face is left for it");
    }

    DrawnFrames unclear(int from, int to, String why) {
        return add(face, from, to, State.LOW_QUALITY, null, why);
    }

    DrawnFrames ambiguous(int from, int to) {
        return add(face, from, to, State.AMBIGUOUS, 0.5, "it might as well be somebody else in the picture");
    }

    DrawnFrames refined(DrawnFace whom, double seconds, double distance) {
        int at =
                (int) frames.stream().filter(frame -> frame.seconds() < seconds).count();
        frames.add(at, frame(seconds, 0.08, true, State.BELOW, distance, null));
        pictures.add(at, whom.picture(DrawnFace.Pose.at(seconds)));
        return this;
    }

    private DrawnFrames add(
            @Nullable DrawnFace whom, int from, int to, State state, @Nullable Double about, @Nullable String why) {
        for (int i = from; i < to; i++) {
            double seconds = i * STEP;
            Double distance = about == null ? null : about + 0.03 * Math.sin(i * 1.9);
            frames.add(frame(seconds, i == count - 1 ? 0 : STEP, false, state, distance, why));
            pictures.add(whom == null ? nobody() : whom.picture(DrawnFace.Pose.at(seconds)));
        }
        return this;
    }

    private static FrameScore frame(
            double seconds,
            double span,
            boolean refined,
            State state,
            @Nullable Double distance,
            @Nullable String why) {
        boolean seen = state != State.NO_FACE;
        return new FrameScore(
                seconds,
                span,
                refined,
                state,
                seen ? new Box(500.25, 200, 180, 210) : null,
                seen ? 210 : null,
                seen ? -3.5 : null,
                distance,
                distance == null ? null : Long.valueOf(Math.clamp(Math.round(1 / Math.pow(distance, 6)), 1, 100)),
                distance == null ? null : 0,
                false,
                why);
    }

    OfCharacter character(String name, Verdict verdict, List<String> references, List<Warning> warnings) {
        List<Integer> worst = IntStream.range(0, frames.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -gravity(frames.get(i)))
                        .thenComparing(i -> -distance(frames.get(i))))
                .limit(8)
                .toList();
        return new OfCharacter(
                name,
                Kind.HUMAN,
                verdict,
                "references",
                references,
                warnings,
                scores(),
                null,
                null,
                List.of(),
                worst,
                frames);
    }

    Stills stills(int references) {
        return new Stills(
                IntStream.range(0, references)
                        .mapToObj(i -> face.picture(DrawnFace.Pose.at(i * 0.6 + 0.3)))
                        .toList(),
                pictures);
    }

    private CharacterScores scores() {
        List<FrameScore> sampled =
                frames.stream().filter(frame -> !frame.refined()).toList();
        double[] inTime = sampled.stream()
                .filter(FrameScore::evaluable)
                .mapToDouble(DrawnFrames::distance)
                .toArray();
        double[] sorted = Arrays.stream(inTime).sorted().toArray();
        boolean any = inTime.length > 0;
        List<FrameScore> failing =
                frames.stream().filter(frame -> frame.state() == State.BELOW).toList();
        double failingFor = failing.stream().mapToDouble(FrameScore::span).sum();
        int n = sampled.size();
        return new CharacterScores(
                n,
                inTime.length,
                0,
                count(State.LOW_QUALITY),
                count(State.NO_FACE),
                count(State.AMBIGUOUS),
                (double) inTime.length / n,
                (double) (n - count(State.NO_FACE)) / n,
                any ? (double) count(State.OK) / inTime.length : null,
                any ? Series.mean(inTime) : null,
                any ? Series.quantile(sorted, 0.5) : null,
                any ? Series.quantile(sorted, 0.9) : null,
                any ? sorted[0] : null,
                any ? sorted[sorted.length - 1] : null,
                any ? inTime[inTime.length - 1] - inTime[0] : null,
                any ? (inTime[inTime.length - 1] - inTime[0]) / 5 : null,
                any ? 0.05 : null,
                any ? 0.22 : null,
                0,
                failingFor,
                failing.isEmpty()
                        ? List.of()
                        : List.of(new Interval(
                                failing.getFirst().seconds(),
                                failing.getLast().seconds() + failing.getLast().span(),
                                failingFor)));
    }

    private int count(State state) {
        return (int) frames.stream()
                .filter(frame -> !frame.refined() && frame.state() == state)
                .count();
    }

    private static int gravity(FrameScore frame) {
        return frame.state() == State.BELOW ? 2 : frame.evaluable() ? 0 : 1;
    }

    private static double distance(FrameScore frame) {
        Double distance = frame.distance();
        return distance == null ? 0 : distance;
    }

    private static Picture nobody() {
        byte[] rgb = new byte[176 * 99 * 3];
        for (int i = 0; i < 176 * 99; i++) {
            boolean sky = i / 176 < 60;
            rgb[3 * i] = (byte) (sky ? 130 + i / 500 : 70);
            rgb[3 * i + 1] = (byte) (sky ? 170 + i / 600 : 120 - i / 900);
            rgb[3 * i + 2] = (byte) (sky ? 215 : 70);
        }
        return new Picture(176, 99, rgb);
    }
}
