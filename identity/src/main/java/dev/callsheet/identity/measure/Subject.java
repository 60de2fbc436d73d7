package dev.callsheet.identity.measure;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.likeness.Impression;
import dev.callsheet.identity.likeness.LikenessModel;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A character as far as its references say who it is.
 *
 * @param source of the prototype, as a report names it
 * @param prototype of a human's face; empty if it cannot be measured
 * @param looks of what has no human face; empty if it cannot be compared
 * @param refusal why there is neither
 */
record Subject(
        Binding binding,
        String source,
        Optional<Prototype> prototype,
        List<Impression> looks,
        List<Picture> lookStills,
        Optional<References.Refusal> refusal,
        List<Binding.Warning> warnings) {

    static Subject of(Binding binding, References references, LikenessModel likeness) {
        return binding.human() ? human(binding, references) : other(binding, likeness);
    }

    private static Subject human(Binding binding, References references) {
        References.Finding finding = references.examine(binding);
        if (binding.pinned().isEmpty()) {
            return new Subject(
                    binding,
                    "references",
                    finding.prototype(),
                    List.of(),
                    List.of(),
                    finding.refusal(),
                    finding.warnings());
        }
        Binding.Pinned pinned = binding.pinned().get();
        List<Prototype.Single> shown = finding.prototype()
                .map(Prototype::singles)
                .orElse(pinned.prototype().singles());
        // The pinned face decides; the request's own pictures are only shown, and seen if a frame copies them.
        Prototype prototype = new Prototype(pinned.prototype().mean(), shown);
        return new Subject(
                binding,
                pinned.label(),
                Optional.of(prototype),
                List.of(),
                List.of(),
                Optional.empty(),
                finding.warnings());
    }

    private static Subject other(Binding binding, LikenessModel likeness) {
        List<Impression> looks = new ArrayList<>();
        List<Picture> stills = new ArrayList<>();
        List<Binding.Warning> warnings = new ArrayList<>(binding.problems());
        for (Reference reference : binding.references()) {
            try {
                List<Picture> pictures = reference.pictures().get();
                stills.add(Stills.whole(pictures.getFirst()));
                looks.add(Impression.mean(pictures.stream()
                        .map(picture -> Impression.of(picture, likeness))
                        .toList()));
            } catch (NotDecodable e) {
                String why = e.getMessage() == null ? "cannot be read" : e.getMessage();
                warnings.add(new Binding.Warning(reference.label(), "reference.unusable", why));
            }
        }
        Optional<References.Refusal> refusal = looks.isEmpty()
                ? Optional.of(new References.Refusal("REFERENCE_UNUSABLE", "no reference could be read"))
                : Optional.empty();
        return new Subject(binding, "references", Optional.empty(), looks, stills, refusal, warnings);
    }
}
