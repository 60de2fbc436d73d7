package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which media go together when a character is kept, and whether the prompt names them. */
final class ReferenceShapes {
    private ReferenceShapes() {}

    static List<Finding> look(Question q) {
        Policy.References policy = q.policy().references();
        List<Slot> references = q.slots().references();
        List<Finding> findings = new ArrayList<>(Shapes.once(q, Rule.REFERENCE_SHAPES));
        if (references.size() > policy.most()) {
            findings.add(refusal(
                    Reason.TOO_MANY_REFERENCES,
                    "/media",
                    references.size() + " references",
                    "at most " + policy.most() + ", pictures and clips together"));
        }
        exclusive(q, findings);
        if (!Question.given(q.request().prompt())) {
            findings.add(refusal(Reason.PROMPT_REQUIRED, "/prompt", "nothing", "a prompt that names the characters"));
        }
        Set<String> seen = new HashSet<>();
        for (Slot slot : references) {
            if (slot.is(MediumType.VIDEO)) {
                Shapes.length(
                        slot,
                        policy.videoSeconds(),
                        Rule.REFERENCE_SHAPES,
                        Reason.REFERENCE_VIDEO_OUT_OF_RANGE,
                        findings);
            }
            if (!seen.add(slot.medium().uri())) {
                findings.add(Finding.of(Rule.REFERENCE_SHAPES, Reason.DUPLICATE_REFERENCE, slot.at("uri")));
            }
        }
        findings.addAll(Voices.ofReferences(q));
        findings.addAll(Pictures.look(q, Rule.REFERENCE_SHAPES, references));
        findings.addAll(Pictures.look(q, Rule.REFERENCE_SHAPES, q.slots().of(Role.FIRST_FRAME)));
        findings.addAll(Binding.look(q));
        return findings;
    }

    private static void exclusive(Question q, List<Finding> findings) {
        for (Slot slot : q.slots().of(Role.LAST_FRAME)) {
            findings.add(refusal(
                    Reason.LAST_FRAME_WITH_REFERENCES,
                    slot.at("role"),
                    "lastFrame beside references",
                    "firstFrame beside references, or lastFrame without them"));
        }
        for (Slot slot : q.slots().of(Role.FIRST_CLIP)) {
            findings.add(refusal(
                    Reason.FRAME_AND_CLIP_EXCLUSIVE, slot.at("role"), "firstClip beside references", "one of them"));
        }
        for (Slot slot : q.slots().of(Role.DRIVING_AUDIO)) {
            findings.add(refusal(
                    Reason.MIXED_SCENARIOS,
                    slot.at("role"),
                    "drivingAudio beside references",
                    "drivingAudio beside a firstFrame only"));
        }
    }

    private static Finding refusal(Reason reason, String field, String found, String allowed) {
        return Finding.of(Rule.REFERENCE_SHAPES, reason, field, found, allowed);
    }
}
