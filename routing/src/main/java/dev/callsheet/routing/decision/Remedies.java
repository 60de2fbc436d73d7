package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.VideoRequest.OutputKind;
import dev.callsheet.contracts.VideoRequest.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be done about a refusal: small changes of the request, best first. A change need not help; whoever asks tries
 * it. Nothing is invented: what only the partner knows is a placeholder.
 */
final class Remedies {
    static final String PICTURE = "https://media.example/your-picture.jpg";

    private Remedies() {}

    static List<Draft> of(Finding finding, Examination examined, Draft draft) {
        return examined.question().map(q -> of(finding, q, draft)).orElseGet(() -> FormRemedies.of(finding, draft));
    }

    private static List<Draft> of(Finding finding, Question q, Draft draft) {
        String field = finding.field();
        return switch (finding.reason()) {
            case NO_INPUT, TEXT_ONLY_NO_MODEL -> List.of(frame(draft), reference(draft), live(q, draft));
            case IDENTITY_BY_TEXT_ONLY -> List.of(reference(draft), frame(draft));
            case AMBIGUOUS_SCENARIO -> open(q, field, draft);
            case MIXED_SCENARIOS -> one(q, field, draft);
            case MEDIA_UNREACHABLE -> List.of(reachable(finding, draft));
            case CONSENT_REQUIRED -> List.of(consent(q, draft));
            case CONSENT_EXPIRED ->
                List.of(draft.fill(
                        "/consent/until", q.now().plus(Duration.ofDays(365)).toString()));
            case UNKNOWN_MODEL, MODEL_HINT_CONFLICT -> List.of(draft.without("/model"));
            case LIVE_FILE_CONFLICT ->
                List.of(
                        draft.set("/output/kind", "stream"),
                        draft.without("/latency/responseMs").without("/avatar"));
            case CONTINUOUS_WITHOUT_LIVE -> continuous(q, draft);
            case LIVE_FACE_NOT_PROVISIONED -> face(q, field, draft);
            case VOICE_CLONE_NOT_LIVE -> List.of(draft.without(field));
            case LATENCY_BELOW_FLOOR ->
                List.of(
                        draft.set("/latency/responseMs", q.policy().live().floorMs()),
                        draft.set("/latency/hard", false));
            case SCRIPTED_AVATAR_FILE -> List.of(live(q, draft.without("/latency/deadline")));
            case DEADLINE_INFEASIBLE, BATCH_CAPACITY_INFEASIBLE -> TimeRemedies.of(q, draft);
            case BUDGET_TOO_SMALL ->
                finding.allowed() == null
                        ? List.of()
                        : List.of(draft.set(
                                "/budget/limit",
                                finding.allowed().replace("at least ", "").replace(" USD", "")));
            case FANOUT_NOT_OFFERED ->
                field.equals("/output/clips")
                        ? List.of(draft.without(field))
                        : List.of(draft.without("/output/perImage").without("/batch"));
            case SCHEMA_INVALID -> FormRemedies.of(finding, draft);
            case VIDEO_EDIT_NOT_OFFERED,
                    MEDIA_TYPE_MISMATCH,
                    VOICE_WITHOUT_VISUAL_REFERENCE,
                    VOICE_NOT_CARRIED,
                    VOICE_SAMPLE_TOO_SHORT,
                    VOICE_SAMPLE_TOO_LONG,
                    DUPLICATE_ROLE,
                    FRAME_AND_CLIP_EXCLUSIVE,
                    LAST_FRAME_WITHOUT_FIRST,
                    LAST_FRAME_WITH_REFERENCES,
                    AUDIO_OUT_OF_RANGE,
                    IMAGE_TOO_SMALL,
                    TOO_MANY_REFERENCES,
                    REFERENCE_VIDEO_OUT_OF_RANGE -> MediaRemedies.of(finding, q, draft);
            case DURATION_OUT_OF_RANGE,
                    RESOLUTION_UNSUPPORTED,
                    RATIO_UNSUPPORTED,
                    PROMPT_TOO_LONG,
                    PROMPT_REQUIRED,
                    BINDING_OUT_OF_RANGE,
                    UNBOUND_REFERENCE -> OutputRemedies.of(finding, q, draft);
            // What explains, warns or repairs refuses nothing.
            default -> List.of();
        };
    }

    /** A first frame that the partner has to give. */
    static Draft frame(Draft draft) {
        return medium(draft, "firstFrame");
    }

    static Draft reference(Draft draft) {
        return medium(draft, "reference");
    }

    private static Draft medium(Draft draft, String role) {
        int index = draft.media();
        return draft.medium(Json.mapper()
                        .createObjectNode()
                        .put("role", role)
                        .put("type", "image")
                        .put("uri", PICTURE))
                .filling("/media/" + index + "/uri");
    }

    /** A live session with an avatar, which the partner has to name if nobody has. */
    static Draft live(Question q, Draft draft) {
        Draft named = q.avatarGiven() || q.defaultAvatar() ? draft : draft.fill("/avatar/id", "your-avatar-id");
        Draft stream = named.set("/output/kind", "stream");
        return q.live()
                ? stream
                : stream.set("/latency/responseMs", q.policy().live().targetMs());
    }

    private static List<Draft> open(Question q, String field, Draft draft) {
        return switch (field) {
            case "/output/kind" -> List.of(live(q, draft));
            case "/media" -> List.of(frame(draft), reference(draft), live(q, draft));
            default -> {
                boolean audio = field.endsWith("/role")
                        && q.slots().sounds().stream()
                                .anyMatch(slot -> slot.at("role").equals(field));
                yield audio
                        ? List.of(draft.set(field, "drivingAudio"), draft.without(field.replace("/role", "")))
                        : List.of(
                                draft.set(field, "reference"),
                                draft.set(field, q.slots().has(Role.FIRST_FRAME) ? "lastFrame" : "firstFrame"),
                                draft.set(field, "firstClip"));
            }
        };
    }

    /** One request for each kind of result: each change is one of them. */
    private static List<Draft> one(Question q, String field, Draft draft) {
        if (field.equals("/output/also")) {
            Draft first = draft.without("/output/also");
            OutputKind other =
                    q.output().map(output -> output.also().getFirst()).orElse(OutputKind.FILE);
            Draft second = other == OutputKind.STREAM
                    ? live(q, first)
                    : first.set("/output/kind", other == OutputKind.FILE ? "file" : "series")
                            .without("/latency/responseMs")
                            .without("/avatar");
            return List.of(first, second);
        }
        if (field.equals("/avatar/id")) {
            return List.of(
                    draft.without("/avatar"), live(q, draft.without("/media").without("/latency/deadline")));
        }
        return List.of(draft.without(field.replace("/role", "")));
    }

    private static List<Draft> continuous(Question q, Draft draft) {
        Draft file = draft.set("/output/kind", "file").without("/avatar");
        Draft live = live(q, draft);
        return q.avatarGiven() ? List.of(live, file) : List.of(file, live);
    }

    private static List<Draft> face(Question q, String field, Draft draft) {
        Draft file =
                draft.set("/output/kind", "file").without("/latency/responseMs").without("/avatar");
        if (field.equals("/avatar/id")) {
            return List.of(live(q, draft), file);
        }
        boolean face = draft.document().at(field + "/role").asText("").equals("liveFace");
        return List.of(live(q, draft.without(field)), face ? file.set(field + "/role", "firstFrame") : file);
    }

    private static Draft reachable(Finding finding, Draft draft) {
        String address = draft.document().at(finding.field()).asText("");
        boolean secure = "https instead of http".equals(finding.allowed());
        return secure
                ? draft.set(finding.field(), "https" + address.substring("http".length()))
                : finding.field().equals("/batch/uri")
                        ? draft.fill(finding.field(), "s3://your-bucket/your-folder/")
                        : draft.fill(finding.field(), sameEnding(address));
    }

    private static String sameEnding(String address) {
        return dev.callsheet.contracts.MediaRoles.typeByName(address)
                .map(type -> switch (type) {
                    case IMAGE -> PICTURE;
                    case VIDEO -> "https://media.example/your-clip.mp4";
                    case AUDIO -> "https://media.example/your-sound.wav";
                })
                .orElse("https://media.example/your-medium");
    }

    /** Only the person can give it: the whole consent is a placeholder. */
    private static Draft consent(Question q, Draft draft) {
        var consent = Json.mapper().createObjectNode();
        Optional.ofNullable(q.request().consent())
                .map(given -> given.until())
                .ifPresent(until -> consent.put("until", latest(until, q.now()).toString()));
        boolean voice = !q.slots().voiced().isEmpty() || !q.slots().sounds().isEmpty();
        var scope = consent.putArray("scope").add("face");
        if (voice) {
            scope.add("voice");
        }
        consent.put("id", "your-consent");
        return draft.set("/consent", consent).filling("/consent");
    }

    private static Instant latest(Instant until, Instant now) {
        return until.isAfter(now) ? until : now.plus(Duration.ofDays(365));
    }
}
