package dev.callsheet.identity.measure;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceChip;
import dev.callsheet.identity.face.FaceQuality;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.picture.PerceptualHash;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks at a character's references before anything is measured by them, or paid for. Thread-safe. */
public final class References {
    /** From here on a face in a reference is large enough for the model that has to draw it. */
    private static final int GOOD_HEIGHT = 96;

    private static final double GOOD_YAW = 40;
    private static final int BEST_OF_CLIP = 8;

    private final Faces faces;
    private final Limits limits;

    public References(Faces faces, Limits limits) {
        this.faces = faces;
        this.limits = limits;
    }

    /**
     * What the references come to.
     *
     * @param prototype empty if no reference is usable, or the set is refused
     * @param refusal why the set as a whole cannot say who the character is
     * @param warnings what is better known before money is spent
     */
    public record Finding(Optional<Prototype> prototype, Optional<Refusal> refusal, List<Binding.Warning> warnings) {
        public Finding {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param code REFERENCE_INCONSISTENT, REFERENCE_NO_FACE @param text names the reference that is the odd one */
    public record Refusal(String code, String text) {}

    /**
     * Looks at all references of a human. Each must be within the threshold of the mean of the others: one that is not
     * shows somebody else, and a mean over two people is nobody.
     */
    public Finding examine(Binding binding) {
        List<Prototype.Single> singles = new ArrayList<>();
        List<Binding.Warning> warnings = new ArrayList<>(binding.problems());
        for (Reference reference : binding.references()) {
            try {
                single(reference, warnings).ifPresent(singles::add);
            } catch (NotDecodable e) {
                String why = e.getMessage() == null ? "cannot be read" : e.getMessage();
                warnings.add(new Binding.Warning(reference.label(), "reference.unusable", why));
            }
        }
        if (singles.isEmpty()) {
            var refusal = new Refusal("REFERENCE_NO_FACE", "no reference shows a face that can be used");
            return new Finding(Optional.empty(), Optional.of(refusal), warnings);
        }
        Optional<Refusal> odd = odd(singles);
        return new Finding(odd.isPresent() ? Optional.empty() : Optional.of(Prototype.of(singles)), odd, warnings);
    }

    private Optional<Refusal> odd(List<Prototype.Single> singles) {
        if (singles.size() < 2
                || IntStream.range(0, singles.size()).noneMatch(i -> apart(singles, i) > limits.threshold())) {
            return Optional.empty();
        }
        // Who is far from most: the mean of the others may itself hold a stranger.
        int odd = IntStream.range(0, singles.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> medianApart(singles, i)))
                .orElseThrow();
        String name = singles.get(odd).label();
        String text = singles.size() == 2
                ? "the two references show different people: " + name + " and "
                        + singles.get(1 - odd).label()
                : name + " shows somebody else than the other " + (singles.size() - 1);
        return Optional.of(new Refusal(
                "REFERENCE_INCONSISTENT",
                text
                        + String.format(Locale.ROOT, " (distance %.3f", apart(singles, odd))
                        + String.format(Locale.ROOT, ", allowed %.3f)", limits.threshold())));
    }

    /** Distance of one reference to the mean of the others. */
    private static double apart(List<Prototype.Single> singles, int one) {
        List<Embedding> others = new ArrayList<>();
        for (int i = 0; i < singles.size(); i++) {
            if (i != one) {
                others.add(singles.get(i).embedding());
            }
        }
        return singles.get(one).embedding().distance(Embedding.mean(others));
    }

    private static double medianApart(List<Prototype.Single> singles, int one) {
        double[] distances = IntStream.range(0, singles.size())
                .filter(i -> i != one)
                .mapToDouble(i ->
                        singles.get(one).embedding().distance(singles.get(i).embedding()))
                .sorted()
                .toArray();
        return Series.quantile(distances, 0.5);
    }

    private Optional<Prototype.Single> single(Reference reference, List<Binding.Warning> warnings) {
        List<Picture> pictures = reference.pictures().get();
        List<Candidate> candidates = pictures.stream()
                .flatMap(picture -> largest(picture).stream())
                .filter(candidate -> unusable(candidate.quality()).isEmpty())
                .sorted(Comparator.comparingDouble(Candidate::goodness).reversed())
                .limit(BEST_OF_CLIP)
                .toList();
        if (candidates.isEmpty()) {
            warnings.add(leftOut(reference, pictures));
            return Optional.empty();
        }
        Candidate best = candidates.getFirst();
        warn(reference, best, warnings);
        List<Embedding> embeddings = candidates.stream()
                .map(candidate -> faces.embed(candidate.picture(), candidate.face()))
                .toList();
        return Optional.of(new Prototype.Single(
                reference.label(),
                Stills.around(best.picture(), best.face().box()),
                Embedding.mean(embeddings),
                PerceptualHash.of(FaceChip.cut(best.picture(), best.face()))));
    }

    /**
     * A face of a picture, the largest of it.
     *
     * @param others how many more faces there are
     */
    public record Candidate(Picture picture, Face face, FaceQuality quality, int others) {
        private double goodness() {
            return quality.heightPx()
                    * Math.cos(Math.toRadians(quality.yaw()))
                    * Math.min(1, quality.sharpness() + 0.5);
        }
    }

    /** The largest face; what the mesh does not take for one does not count. */
    public Optional<Candidate> largest(Picture picture) {
        List<Candidate> found = faces.detect(picture, 1).stream()
                .map(face -> new Candidate(picture, face, faces.inspect(picture, face), 0))
                .filter(candidate -> FaceGate.face(candidate.quality()))
                .sorted(Comparator.comparingDouble(
                        candidate -> -candidate.face().box().area()))
                .toList();
        return found.stream()
                .findFirst()
                .map(first -> new Candidate(picture, first.face(), first.quality(), found.size() - 1));
    }

    /** Why a face cannot be measured; empty if it can. */
    public Optional<String> unusable(FaceQuality quality) {
        return FaceGate.why(quality, limits.quality());
    }

    private Binding.Warning leftOut(Reference reference, List<Picture> pictures) {
        Optional<Candidate> found =
                pictures.stream().flatMap(picture -> largest(picture).stream()).findFirst();
        return found.map(candidate -> new Binding.Warning(
                        reference.label(),
                        "reference.unmeasurable_face",
                        unusable(candidate.quality()).orElse("it cannot be measured") + "; left out"))
                .orElse(new Binding.Warning(reference.label(), "reference.no_face", "no face was found; left out"));
    }

    private static void warn(Reference reference, Candidate best, List<Binding.Warning> warnings) {
        if (best.others() > 0) {
            warnings.add(new Binding.Warning(
                    reference.label(),
                    "reference.several_faces",
                    best.others() + 1 + " faces were found; the largest counts: crop the picture to one person"));
        }
        FaceQuality quality = best.quality();
        if (quality.heightPx() < GOOD_HEIGHT) {
            warnings.add(new Binding.Warning(
                    reference.label(),
                    "reference.small_face",
                    "the face is " + quality.heightPx() + " px high; from " + GOOD_HEIGHT + " px on it says more"));
        }
        if (Math.abs(quality.yaw()) > GOOD_YAW) {
            warnings.add(new Binding.Warning(
                    reference.label(),
                    "reference.turned_away",
                    "the head is turned by " + Math.round(Math.abs(quality.yaw())) + " degrees; up to " + (int) GOOD_YAW
                            + " it says more"));
        }
    }
}
