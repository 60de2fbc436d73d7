package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be done about media that do not fit: another role, another medium, one less. */
final class MediaRemedies {
    private MediaRemedies() {}

    static List<Draft> of(Finding finding, Question q, Draft draft) {
        String field = finding.field();
        String medium = medium(field);
        return switch (finding.reason()) {
            case VIDEO_EDIT_NOT_OFFERED -> List.of(draft.set(field, "reference"), draft.set(field, "firstClip"));
            case MEDIA_TYPE_MISMATCH -> type(q, medium, draft);
            case VOICE_WITHOUT_VISUAL_REFERENCE -> faceForVoice(q, medium, draft);
            case VOICE_NOT_CARRIED, VOICE_SAMPLE_TOO_SHORT ->
                List.of(draft.set(medium + "/voice/required", false), draft.without(medium + "/voice"));
            case VOICE_SAMPLE_TOO_LONG ->
                List.of(draft.set(medium + "/voice/trim", true), draft.without(medium + "/voice"));
            case DUPLICATE_ROLE -> List.of(draft.without(medium));
            case FRAME_AND_CLIP_EXCLUSIVE -> exclusive(q, medium, draft);
            case LAST_FRAME_WITHOUT_FIRST -> List.of(draft.set(medium + "/role", "firstFrame"), Remedies.frame(draft));
            case LAST_FRAME_WITH_REFERENCES ->
                List.of(draft.without(medium), withoutAll(q.slots().references(), draft));
            case AUDIO_OUT_OF_RANGE, REFERENCE_VIDEO_OUT_OF_RANGE ->
                List.of(
                        draft.set(
                                        medium + "/seconds",
                                        range(finding, q).max() >= seconds(draft, field)
                                                ? Math.round(range(finding, q).min())
                                                : Math.round(range(finding, q).max()))
                                .filling(medium),
                        draft.without(medium));
            case IMAGE_TOO_SMALL -> List.of(larger(q, medium, draft));
            case TOO_MANY_REFERENCES -> List.of(fewer(q, draft));
            default -> List.of();
        };
    }

    private static String medium(String field) {
        int end = field.indexOf('/', "/media/".length());
        return end < 0 ? field : field.substring(0, end);
    }

    private static List<Draft> type(Question q, String medium, Draft draft) {
        List<Draft> drafts = new ArrayList<>();
        ObjectNode node = draft.document().at(medium) instanceof ObjectNode object ? object : null;
        if (node == null) {
            return drafts;
        }
        if (node.has("type")) {
            drafts.add(draft.without(medium + "/type"));
        }
        Optional<Slot> slot = q.slots().all().stream()
                .filter(candidate -> candidate.at().equals(medium))
                .findFirst();
        slot.flatMap(Slot::type).ifPresent(type -> {
            switch (type) {
                case IMAGE -> {
                    drafts.add(draft.set(medium + "/role", "firstFrame"));
                    drafts.add(draft.set(medium + "/role", "reference"));
                }
                case VIDEO -> {
                    drafts.add(draft.set(medium + "/role", "firstClip"));
                    drafts.add(draft.set(medium + "/role", "reference"));
                }
                case AUDIO -> asVoice(q, slot.get(), draft).ifPresent(drafts::add);
            }
        });
        drafts.add(draft.without(medium));
        return drafts;
    }

    /** The sound becomes the voice of the first reference that has none. */
    private static Optional<Draft> asVoice(Question q, Slot sound, Draft draft) {
        return q.slots().references().stream()
                .filter(slot -> slot.medium().voice() == null)
                .findFirst()
                .map(slot -> draft.set(slot.at("voice"), voice(draft, sound)).without(sound.at()));
    }

    private static ObjectNode voice(Draft draft, Slot sound) {
        ObjectNode voice =
                Json.mapper().createObjectNode().put("uri", sound.medium().uri());
        if (sound.medium().seconds() != null) {
            voice.set("seconds", draft.document().at(sound.at("seconds")));
        }
        return voice;
    }

    private static List<Draft> faceForVoice(Question q, String medium, Draft draft) {
        Optional<Slot> sound = q.slots().sounds().stream()
                .filter(slot -> slot.at().equals(medium))
                .findFirst();
        List<Draft> drafts = new ArrayList<>();
        sound.ifPresent(slot -> {
            Draft withFace = Remedies.reference(draft);
            int face = withFace.media() - 1;
            drafts.add(withFace.set("/media/" + face + "/voice", voice(draft, slot))
                    .without(slot.at()));
            drafts.add(Remedies.frame(draft.set(slot.at("role"), "drivingAudio")));
        });
        return drafts;
    }

    private static List<Draft> exclusive(Question q, String medium, Draft draft) {
        List<Slot> frames = new ArrayList<>(q.slots().of(Role.FIRST_FRAME));
        frames.addAll(q.slots().of(Role.DRIVING_AUDIO));
        frames.addAll(q.slots().references());
        return List.of(draft.without(medium), withoutAll(frames, draft));
    }

    /** From the last to the first, so that the indices hold. */
    private static Draft withoutAll(List<Slot> slots, Draft draft) {
        Draft left = draft;
        for (Slot slot : slots.stream()
                .sorted((a, b) -> Integer.compare(b.index(), a.index()))
                .toList()) {
            left = left.without(slot.at());
        }
        return left;
    }

    private static Draft fewer(Question q, Draft draft) {
        List<Slot> references = q.slots().references();
        return withoutAll(references.subList(q.policy().references().most(), references.size()), draft);
    }

    private static Draft larger(Question q, String medium, Draft draft) {
        int side = q.policy().pictures().maxSide() / 2;
        return draft.fill(medium + "/uri", Remedies.PICTURE)
                .set(medium + "/width", side)
                .set(medium + "/height", side)
                .filling(medium + "/width")
                .filling(medium + "/height");
    }

    private static Policy.Range range(Finding finding, Question q) {
        return finding.rule() == Rule.FRAME_SHAPES
                ? q.policy().frames().drivingAudioSeconds()
                : q.policy().references().videoSeconds();
    }

    private static double seconds(Draft draft, String field) {
        return draft.document().at(field).asDouble();
    }
}
