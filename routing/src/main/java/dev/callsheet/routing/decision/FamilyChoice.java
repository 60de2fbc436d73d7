package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import dev.callsheet.routing.decision.Axes.Continuity;
import dev.callsheet.routing.decision.Axes.Latency;
import java.util.ArrayList;
import java.util.List;

/** A file is wanted: which family makes it is told by the slots that are filled. */
final class FamilyChoice {
    private FamilyChoice() {}

    static Scenario of(Question q) {
        List<Finding> findings = new ArrayList<>();
        if (q.axes().continuity().value() == Continuity.CONTINUOUS) {
            findings.add(Finding.of(
                    Rule.CONTINUOUS_NEEDS_LIVE,
                    Reason.CONTINUOUS_WITHOUT_LIVE,
                    "/output/kind",
                    "stream, without an answer time",
                    "latency.responseMs up to " + q.policy().live().ceilingMs() + ", or file"));
            return new Scenario.Refused(findings);
        }
        moreKinds(q, findings);
        notOffered(q, findings);
        avatarFile(q, findings);
        fanOut(q, findings);
        openRoles(q, findings);
        if (!q.slots().references().isEmpty()) {
            return references(q, findings);
        }
        if (!q.slots().frames().isEmpty() || q.request().batch() != null) {
            return frames(q, findings);
        }
        if (findings.stream().noneMatch(Finding::refuses)) {
            noPicture(q, findings);
        }
        return new Scenario.Refused(findings);
    }

    private static void notOffered(Question q, List<Finding> findings) {
        for (Slot slot : q.slots().of(Role.SOURCE)) {
            findings.add(Finding.of(
                    Rule.NOT_OFFERED,
                    Reason.VIDEO_EDIT_NOT_OFFERED,
                    slot.at("role"),
                    "source",
                    "reference, or firstClip to continue it"));
        }
        for (Slot slot : q.slots().of(Role.LIVE_FACE)) {
            findings.add(Finding.of(
                    Rule.LIVE_LIMITS,
                    Reason.LIVE_FACE_NOT_PROVISIONED,
                    slot.at("role"),
                    "liveFace",
                    "a provisioned avatar in avatar.id"));
        }
    }

    private static void avatarFile(Question q, List<Finding> findings) {
        if (!q.avatarGiven()) {
            if (q.request().avatar() != null) {
                findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.UNUSED_INPUT, "/avatar"));
            }
            return;
        }
        if (!q.slots().frames().isEmpty() || !q.slots().references().isEmpty()) {
            findings.add(Finding.of(
                    Rule.ONE_DELIVERABLE,
                    Reason.MIXED_SCENARIOS,
                    "/avatar/id",
                    "an avatar, and media for a clip",
                    "one of them"));
            return;
        }
        if (q.axes().continuity().value() == Continuity.UNSTATED) {
            findings.add(Finding.of(
                    Rule.NO_PICTURE, Reason.AMBIGUOUS_SCENARIO, "/output/kind", "nothing", "stream or file"));
            return;
        }
        findings.add(Finding.of(Rule.NOT_OFFERED, Reason.SCRIPTED_AVATAR_FILE, "/output/kind", "file", "stream"));
        if (q.axes().latency().value() == Latency.SHORT) {
            findings.add(Finding.of(
                    Rule.DEADLINE, Reason.DEADLINE_INFEASIBLE, "/latency/deadline", "too soon for any file", null));
        }
    }

    /** A stream beside a file, or files of two kinds. */
    static void moreKinds(Question q, List<Finding> findings) {
        q.output().ifPresent(output -> {
            boolean other = output.also().stream().anyMatch(kind -> kind != output.kind());
            if (other) {
                findings.add(Finding.of(
                                Rule.ONE_DELIVERABLE,
                                Reason.MIXED_SCENARIOS,
                                "/output/also",
                                "a second kind of result",
                                "one kind")
                        .suggesting("send one request for each kind"));
            }
        });
    }

    private static void fanOut(Question q, List<Finding> findings) {
        int clips = FanOut.clips(q);
        boolean each = FanOut.perImage(q) || q.request().batch() != null;
        boolean listed = q.request().batch() != null && !q.slots().frames().isEmpty();
        if (clips > 1 && each && (!FanOut.plain(q) || listed)) {
            findings.add(Finding.of(
                    Rule.FAN_OUT,
                    Reason.FANOUT_NOT_OFFERED,
                    FanOut.perImage(q) ? "/output/perImage" : "/batch",
                    "one clip for each of several pictures, beside other media",
                    "first frames only"));
        } else if (clips > FanOut.MOST_LISTED && q.request().batch() == null) {
            findings.add(Finding.of(
                    Rule.FAN_OUT,
                    Reason.FANOUT_NOT_OFFERED,
                    "/output/clips",
                    clips + " clips",
                    "at most " + FanOut.MOST_LISTED + " from one request"));
        } else if (clips > 1) {
            findings.add(Finding.of(
                    Rule.FAN_OUT, Reason.BATCH_FANOUT, FanOut.perImage(q) ? "/output/perImage" : fanOutField(q)));
        }
    }

    private static String fanOutField(Question q) {
        return q.request().batch() != null ? "/batch/count" : "/output/clips";
    }

    private static void openRoles(Question q, List<Finding> findings) {
        List<Slot> open = new ArrayList<>(q.slots().open());
        if (!q.slots().frames().isEmpty() || !q.slots().references().isEmpty()) {
            q.slots().sounds().stream().filter(slot -> slot.role().isEmpty()).forEach(open::add);
        }
        for (Slot slot : open) {
            findings.add(Finding.of(
                            Rule.FAMILY_BY_SLOT,
                            Reason.AMBIGUOUS_SCENARIO,
                            slot.at("role"),
                            "nothing",
                            slot.is(MediumType.AUDIO) ? "drivingAudio" : "firstFrame, lastFrame, firstClip, reference")
                    .suggesting("say what the medium is for"));
        }
    }

    private static Scenario references(Question q, List<Finding> findings) {
        findings.add(Finding.of(
                Rule.FAMILY_BY_SLOT,
                Reason.REFERENCE_INPUT,
                q.slots().references().getFirst().at()));
        if (!q.slots().frames().isEmpty()) {
            findings.add(Finding.of(
                    Rule.FAMILY_BY_SLOT,
                    Reason.REFERENCE_PLUS_FRAME,
                    q.slots().frames().getFirst().at()));
        }
        if (series(q)) {
            findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.IDENTITY_ACROSS_CLIPS, seriesField(q)));
        }
        return file(q, Route.R2V, findings);
    }

    private static Scenario frames(Question q, List<Finding> findings) {
        findings.add(Finding.of(
                Rule.FAMILY_BY_SLOT,
                Reason.FRAME_INPUT,
                q.slots().frames().isEmpty()
                        ? "/batch/uri"
                        : q.slots().frames().getFirst().at()));
        if (q.request().batch() != null) {
            findings.add(Finding.of(Rule.FAN_OUT, Reason.BATCH_UNLISTED, "/batch/uri"));
        }
        for (Slot slot : q.slots().frames()) {
            if (slot.medium().character() != null) {
                findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.UNUSED_INPUT, slot.at("character")));
            }
        }
        if (series(q)) {
            findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.NO_IDENTITY_LOCK, seriesField(q)));
        }
        return file(q, Route.I2V, findings);
    }

    private static Scenario file(Question q, Route route, List<Finding> findings) {
        for (Slot slot : q.slots().untyped()) {
            findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.UNTYPED_IMAGE, slot.at()));
        }
        for (Slot slot : q.slots().of(Role.OVERLAY)) {
            findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.UNUSED_INPUT, slot.at()));
        }
        Unused.byFiles(q, findings);
        findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.SELF_CONTAINED_FILE, "/output/kind"));
        if (q.axes().latency().value() == Latency.BATCH) {
            findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.BATCH_TOLERANT, "/latency"));
        }
        return Scenario.of(route, Rule.FAMILY_BY_SLOT, findings);
    }

    private static void noPicture(Question q, List<Finding> findings) {
        if (!q.slots().sounds().isEmpty()) {
            findings.add(Finding.of(
                    Rule.NO_PICTURE,
                    Reason.VOICE_WITHOUT_VISUAL_REFERENCE,
                    q.slots().sounds().getFirst().at(),
                    "sound only",
                    "a picture or clip beside it"));
        } else if (q.slots().all().isEmpty() && Question.given(q.request().prompt())) {
            findings.add(Finding.of(
                    Rule.NO_PICTURE, Reason.TEXT_ONLY_NO_MODEL, "/media", "nothing", "a firstFrame or a reference"));
            if (series(q)) {
                findings.add(Finding.of(Rule.NO_PICTURE, Reason.IDENTITY_BY_TEXT_ONLY, seriesField(q)));
            }
        } else {
            findings.add(Finding.of(
                    Rule.NO_PICTURE,
                    Reason.AMBIGUOUS_SCENARIO,
                    "/media",
                    "nothing to set in motion or to keep",
                    "a firstFrame, a reference, or an avatar with output.kind stream"));
        }
    }

    private static boolean series(Question q) {
        return q.axes().continuity().value() == Continuity.SERIES
                || Question.given(q.request().campaign());
    }

    private static String seriesField(Question q) {
        return q.axes().continuity().value() == Continuity.SERIES
                ? q.axes().continuity().evidence().getFirst()
                : "/campaign";
    }
}
