package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;

/** An answer per turn is wanted: a live session, or the reason why not. */
final class LiveChoice {
    private LiveChoice() {}

    static Scenario of(Question q) {
        List<Finding> findings = new ArrayList<>();
        switch (q.axes().continuity().value()) {
            case SINGLE, SERIES ->
                findings.add(Finding.of(
                        Rule.LIVE_OR_FILE,
                        Reason.LIVE_FILE_CONFLICT,
                        "/output/kind",
                        q.axes().continuity().value().wire() + " file",
                        "stream"));
            case CONTINUOUS, UNSTATED -> {
                FamilyChoice.moreKinds(q, findings);
                face(q, findings);
                voice(q, findings);
                speed(q, findings);
                unused(q, findings);
            }
        }
        findings.add(Finding.of(
                Rule.LIVE, Reason.LIVE_LATENCY, q.axes().latency().evidence().getFirst()));
        findings.add(Finding.of(Rule.LIVE, Reason.CONTINUOUS_OUTPUT, "/output/kind"));
        return Scenario.of(Route.AVATAR, Rule.LIVE, findings);
    }

    private static void face(Question q, List<Finding> findings) {
        List<Slot> faces = new ArrayList<>(q.slots().of(Role.LIVE_FACE));
        faces.addAll(q.slots().references());
        if (!q.avatarGiven()) {
            faces.addAll(q.slots().frames());
            faces.addAll(q.slots().open());
        }
        for (Slot face : faces) {
            findings.add(Finding.of(
                    Rule.LIVE_LIMITS,
                    Reason.LIVE_FACE_NOT_PROVISIONED,
                    face.at(),
                    "a picture or clip as the face",
                    "a provisioned avatar in avatar.id"));
        }
        if (q.defaultAvatar()) {
            findings.add(Finding.of(
                    Rule.LIVE,
                    Reason.DEFAULT_AVATAR,
                    "/avatar/id",
                    "nothing",
                    q.policy().live().defaultAvatar()));
        } else if (faces.isEmpty() && !q.avatarGiven()) {
            findings.add(Finding.of(
                    Rule.LIVE_LIMITS, Reason.LIVE_FACE_NOT_PROVISIONED, "/avatar/id", "nothing", "an avatar's id"));
        }
    }

    private static void voice(Question q, List<Finding> findings) {
        for (Slot slot : q.slots().sounds()) {
            if (!slot.is(Role.DRIVING_AUDIO)) {
                findings.add(Finding.of(
                        Rule.LIVE_LIMITS, Reason.VOICE_CLONE_NOT_LIVE, slot.at(), "a voice sample", "no sample"));
            }
        }
        for (Slot slot : q.slots().voiced()) {
            VideoRequest.Voice voice = slot.medium().voice();
            Reason reason = voice != null && voice.required() ? Reason.VOICE_CLONE_NOT_LIVE : Reason.VOICE_DROPPED;
            findings.add(Finding.of(Rule.LIVE_LIMITS, reason, slot.at("voice"), "a voice sample", "no sample"));
        }
    }

    private static void speed(Question q, List<Finding> findings) {
        Long wanted =
                q.request().latency() == null ? null : q.request().latency().responseMs();
        long floor = q.policy().live().floorMs();
        if (wanted != null && wanted < floor) {
            findings.add(Finding.of(
                    Rule.LIVE_LIMITS,
                    q.hard() ? Reason.LATENCY_BELOW_FLOOR : Reason.LATENCY_SLO_SOFT,
                    "/latency/responseMs",
                    wanted,
                    floor + " or more"));
        }
    }

    private static void unused(Question q, List<Finding> findings) {
        for (Slot slot : q.slots().all()) {
            boolean extra = slot.is(Role.OVERLAY)
                    || slot.is(Role.DRIVING_AUDIO)
                    || slot.is(Role.SOURCE)
                    || q.avatarGiven()
                            && (q.slots().frames().contains(slot)
                                    || q.slots().open().contains(slot));
            if (extra) {
                findings.add(Finding.of(Rule.LIVE, Reason.UNUSED_INPUT, slot.at()));
            }
        }
        Unused.byLive(q, findings);
    }
}
