package dev.callsheet.routing.decision;

import dev.callsheet.contracts.MediaRoles;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What holds for every scenario: something is given, types fit, the model exists. */
final class Hygiene {
    private Hygiene() {}

    static List<Finding> somethingGiven(Question q) {
        boolean given = Question.given(q.request().prompt())
                || !q.request().media().isEmpty()
                || q.request().batch() != null
                || q.avatarGiven()
                || q.request().avatar() != null
                        && Question.given(q.request().avatar().persona())
                || q.live() && q.defaultAvatar();
        return given ? List.of() : List.of(Finding.of(Rule.SOMETHING_GIVEN, Reason.NO_INPUT, "", "no input", null));
    }

    static List<Finding> mediaTypes(Question q) {
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().all()) {
            Optional<MediumType> type = slot.type();
            Optional<MediumType> byName = type.isEmpty()
                    ? Optional.empty()
                    : MediaRoles.typeByName(slot.medium().uri());
            if (byName.isPresent() && !byName.equals(type)) {
                findings.add(Finding.of(
                        Rule.MEDIA_TYPES,
                        Reason.MEDIA_TYPE_MISMATCH,
                        slot.at("type"),
                        wire(type.get()),
                        wire(byName.get()) + ", by the ending of the address"));
            } else if (slot.is(Role.REFERENCE) && slot.is(MediumType.AUDIO) && Binding.strangerVoice(q, slot)) {
                findings.add(Finding.of(
                        Rule.REFERENCE_SHAPES,
                        Reason.BINDING_OUT_OF_RANGE,
                        slot.at("character"),
                        slot.medium().character(),
                        Binding.words(q.slots().references())));
            } else if (slot.role().isPresent()) {
                roleFits(slot, slot.role().get(), !q.slots().references().isEmpty())
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> roleFits(Slot slot, Role role, boolean visualReferences) {
        Optional<MediumType> type = slot.type();
        boolean fits = switch (role) {
            case FIRST_FRAME, LAST_FRAME, LIVE_FACE -> type.equals(Optional.of(MediumType.IMAGE));
            case FIRST_CLIP, SOURCE -> type.equals(Optional.of(MediumType.VIDEO));
            case DRIVING_AUDIO -> type.equals(Optional.of(MediumType.AUDIO));
            // A voice alone is told by a rule of its own.
            case REFERENCE -> type.isPresent() && !(slot.is(MediumType.AUDIO) && visualReferences);
            case OVERLAY -> true;
        };
        if (fits) {
            return Optional.empty();
        }
        String allowed = switch (role) {
            case FIRST_FRAME, LAST_FRAME, LIVE_FACE -> "image";
            case FIRST_CLIP, SOURCE -> "video";
            case DRIVING_AUDIO -> "audio";
            case REFERENCE -> "image or video; a voice stands in the voice field of its character";
            case OVERLAY -> "any";
        };
        return Optional.of(Finding.of(
                Rule.MEDIA_TYPES,
                Reason.MEDIA_TYPE_MISMATCH,
                slot.at("type"),
                type.map(Hygiene::wire).orElse("nothing"),
                allowed));
    }

    static List<Finding> knownModel(Question q) {
        String model = q.request().model();
        if (!Question.given(model) || q.policy().routeOf(model).isPresent()) {
            return List.of();
        }
        return List.of(Finding.of(
                Rule.KNOWN_MODEL,
                Reason.UNKNOWN_MODEL,
                "/model",
                model,
                String.join(", ", q.policy().modelNames())));
    }

    private static String wire(MediumType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
