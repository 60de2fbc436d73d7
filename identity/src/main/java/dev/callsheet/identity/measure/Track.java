package dev.callsheet.identity.measure;

import dev.callsheet.identity.clip.ClipFacts;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One character on its way through a clip: collects what each frame says. Used by one thread. */
final class Track {
    private static final int WORST = 8;

    private final Prototype prototype;
    private final List<FrameScore> seen = new ArrayList<>();
    private final List<Picture> stills = new ArrayList<>();

    Track(Prototype prototype) {
        this.prototype = prototype;
    }

    Prototype prototype() {
        return prototype;
    }

    void sees(Frame frame, Face face, Embedding embedding, double distance, Limits limits) {
        var state = distance <= limits.threshold() ? FrameScore.State.OK : FrameScore.State.BELOW;
        add(frame, state, face, distance, prototype.nearest(embedding));
    }

    void seesTooSmall(Frame frame, Face face) {
        add(frame, FrameScore.State.LOW_QUALITY, face, null, null);
    }

    void seesNoFace(Frame frame) {
        seen.add(new FrameScore(frame.seconds(), 0, FrameScore.State.NO_FACE, null, null, null, null));
        stills.add(Stills.whole(frame.picture()));
    }

    private void add(
            Frame frame, FrameScore.State state, Face face, @Nullable Double distance, @Nullable Integer nearest) {
        seen.add(new FrameScore(frame.seconds(), 0, state, face.box(), face.heightPx(), distance, nearest));
        stills.add(Stills.around(frame.picture(), face.box()));
    }

    ClipReport.OfCharacter report(String name, List<Binding.Warning> warnings, ClipFacts clip, Limits limits) {
        List<FrameScore> frames = withSpans(clip.seconds());
        CharacterScores scores = CharacterScores.of(frames, limits);
        List<String> references =
                prototype.singles().stream().map(Prototype.Single::label).toList();
        return new ClipReport.OfCharacter(
                name, Verdict.of(scores, limits), references, warnings, scores, worst(frames), frames);
    }

    Stills stills() {
        List<Picture> references =
                prototype.singles().stream().map(Prototype.Single::still).toList();
        return new Stills(references, stills);
    }

    private List<FrameScore> withSpans(double clipSeconds) {
        return IntStream.range(0, seen.size())
                .mapToObj(i -> {
                    FrameScore frame = seen.get(i);
                    double next =
                            i + 1 < seen.size() ? seen.get(i + 1).seconds() : Math.max(clipSeconds, frame.seconds());
                    return new FrameScore(
                            frame.seconds(),
                            next - frame.seconds(),
                            frame.state(),
                            frame.box(),
                            frame.heightPx(),
                            frame.distance(),
                            frame.nearestReference());
                })
                .toList();
    }

    /** Failing frames from the farthest on, then those without a measurable face, then the farthest good ones. */
    private static List<Integer> worst(List<FrameScore> frames) {
        Comparator<Integer> byGravity =
                Comparator.comparingInt(i -> gravity(frames.get(i).state()));
        Comparator<Integer> byDistance = Comparator.comparingDouble(i -> {
            Double distance = frames.get(i).distance();
            return distance == null ? 0 : -distance;
        });
        return IntStream.range(0, frames.size())
                .boxed()
                .sorted(byGravity.thenComparing(byDistance))
                .limit(WORST)
                .toList();
    }

    private static int gravity(FrameScore.State state) {
        return switch (state) {
            case BELOW -> 0;
            case NO_FACE -> 1;
            case LOW_QUALITY -> 2;
            case OK -> 3;
        };
    }
}
