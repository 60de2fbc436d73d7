package dev.callsheet.identity.measure;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who a character is: the mean of its references' embeddings. The mean and not the nearest reference, because the
 * nearest of many lets more strangers in.
 *
 * @param singles one embedding per usable reference
 */
public record Prototype(Embedding mean, List<Single> singles) {
    /** One usable reference: what a report calls it, its face as a small picture, its embedding. */
    public record Single(String label, Picture still, Embedding embedding) {}

    /** A character's prototype, empty if no reference is usable, and what is to be known about the references. */
    public record Reading(Optional<Prototype> prototype, List<Binding.Warning> warnings) {}

    /** Reads the references. One without a face is left out; of several faces the largest counts, with a warning. */
    public static Reading of(Binding binding, Faces faces, Limits limits) {
        List<Single> singles = new ArrayList<>();
        List<Binding.Warning> warnings = new ArrayList<>(binding.problems());
        for (Reference reference : binding.human() ? binding.references() : List.<Reference>of()) {
            try {
                single(reference, faces, limits, warnings).ifPresent(singles::add);
            } catch (NotDecodable e) {
                String why = e.getMessage() == null ? "cannot be read" : e.getMessage();
                warnings.add(new Binding.Warning(reference.label(), "reference.unusable", why));
            }
        }
        if (singles.isEmpty()) {
            return new Reading(Optional.empty(), warnings);
        }
        Embedding mean = Embedding.mean(singles.stream().map(Single::embedding).toList());
        return new Reading(Optional.of(new Prototype(mean, List.copyOf(singles))), warnings);
    }

    private static Optional<Single> single(
            Reference reference, Faces faces, Limits limits, List<Binding.Warning> warnings) {
        Picture picture = reference.picture().get();
        List<Face> found = faces.detect(picture);
        Optional<Face> largest =
                found.stream().max(Comparator.comparingDouble(face -> face.box().area()));
        if (largest.isEmpty()) {
            warnings.add(new Binding.Warning(reference.label(), "reference.no_face", "no face was found; left out"));
            return Optional.empty();
        }
        Face face = largest.get();
        if (found.size() > 1) {
            warnings.add(new Binding.Warning(
                    reference.label(),
                    "reference.several_faces",
                    found.size() + " faces were found; the largest counts: crop the picture to one person"));
        }
        if (face.heightPx() < limits.minimumFaceHeight()) {
            warnings.add(new Binding.Warning(
                    reference.label(),
                    "reference.small_face",
                    "the face is " + face.heightPx() + " px high, at least " + limits.minimumFaceHeight()
                            + " are needed; left out"));
            return Optional.empty();
        }
        return Optional.of(
                new Single(reference.label(), Stills.around(picture, face.box()), faces.embed(picture, face)));
    }

    /** Index of the reference that looks most like this face. */
    public int nearest(Embedding embedding) {
        int nearest = 0;
        for (int i = 1; i < singles.size(); i++) {
            if (singles.get(i).embedding().distance(embedding)
                    < singles.get(nearest).embedding().distance(embedding)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
