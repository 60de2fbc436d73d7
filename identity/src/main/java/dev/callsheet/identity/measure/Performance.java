package dev.callsheet.identity.measure;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.picture.PerceptualHash;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One character on its way through a clip: what each looked-at frame says of it. Used by one thread. */
final class Performance {
    private static final int WORST = 8;

    private final Prototype prototype;
    private final Calibration calibration;
    private final Limits limits;
    private final double clipSeconds;
    private final List<FrameScore> frames = new ArrayList<>();
    private final List<Picture> stills = new ArrayList<>();
    private final List<Embedding> faces = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Long> hashes = new ArrayList<>();

    Performance(Prototype prototype, Calibration calibration, double clipSeconds) {
        this.prototype = prototype;
        this.calibration = calibration;
        this.limits = calibration.limits();
        this.clipSeconds = clipSeconds;
    }

    /** The next frame. @param until when the next one after it begins; null for the last */
    void add(Sighting sighting, Casting.@Nullable Part part, @Nullable Double until) {
        double span = Math.max(0, (until == null ? clipSeconds : until) - sighting.seconds());
        if (part == null) {
            frames.add(frame(sighting, span, FrameScore.State.NO_FACE, null, null, false, "no face is left for it"));
            stills.add(sighting.whole());
            return;
        }
        Sighting.Seen seen = part.seen();
        Embedding embedding = seen.embedding();
        stills.add(seen.still());
        if (embedding == null) {
            frames.add(frame(sighting, span, FrameScore.State.LOW_QUALITY, seen, null, part.doubled(), seen.why()));
            return;
        }
        if (part.ambiguous()) {
            String why = "it might as well be somebody else in the picture";
            frames.add(frame(sighting, span, FrameScore.State.AMBIGUOUS, seen, embedding, part.doubled(), why));
            return;
        }
        boolean within = embedding.distance(prototype.mean()) <= limits.threshold();
        var state = within ? FrameScore.State.OK : FrameScore.State.BELOW;
        frames.add(frame(sighting, span, state, seen, embedding, part.doubled(), null));
        if (!sighting.refined()) {
            faces.add(embedding);
            weights.add(FaceGate.weight(seen.quality(), limits.quality()));
            hashes.add(seen.hash());
        }
    }

    private FrameScore frame(
            Sighting sighting,
            double span,
            FrameScore.State state,
            Sighting.@Nullable Seen seen,
            @Nullable Embedding embedding,
            boolean doubled,
            @Nullable String why) {
        Double distance = embedding == null ? null : embedding.distance(prototype.mean());
        return new FrameScore(
                sighting.seconds(),
                span,
                sighting.refined(),
                state,
                seen == null ? null : seen.face().box(),
                seen == null ? null : seen.quality().heightPx(),
                seen == null ? null : seen.quality().yaw(),
                distance,
                distance == null ? null : calibration.oneIn(distance),
                embedding == null ? null : prototype.nearest(embedding),
                doubled,
                why);
    }

    List<FrameScore> frames() {
        return frames;
    }

    CharacterScores scores() {
        return Tally.of(frames, faces, limits);
    }

    Stills stills() {
        return new Stills(
                prototype.singles().stream()
                        .flatMap(single -> Optional.ofNullable(single.still()).stream())
                        .toList(),
                stills);
    }

    /** The face of the whole clip; empty if no frame could be measured. */
    Optional<Portrait> portrait(String name) {
        if (faces.isEmpty()) {
            return Optional.empty();
        }
        double[] weight = weights.stream().mapToDouble(Double::doubleValue).toArray();
        return Optional.of(new Portrait(name, Embedding.mean(faces, weight), faces.size()));
    }

    /** Share of the measured frames that are all but a copy of a reference's face. */
    double copied() {
        long near = hashes.stream()
                .filter(hash -> prototype.singles().stream()
                        .anyMatch(single -> PerceptualHash.apart(single.hash(), hash)
                                <= limits.flags().copyPaste()))
                .count();
        return hashes.isEmpty() ? 0 : (double) near / hashes.size();
    }

    /** Failing frames from the farthest on, then those without a measurable face, then the farthest good ones. */
    List<Integer> worst() {
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
            case AMBIGUOUS -> 1;
            case NO_FACE -> 2;
            case LOW_QUALITY -> 3;
            case OK -> 4;
        };
    }
}
