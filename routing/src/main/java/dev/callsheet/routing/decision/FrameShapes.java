package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;

/** Which media go together on the way from a picture to a clip (sets that the model takes: first frame, with last frame, with driving audio; first clip, with last frame). */
final class FrameShapes {
    private FrameShapes() {}

    static List<Finding> look(Question q) {
        List<Finding> findings = new ArrayList<>(Shapes.once(q, Rule.FRAME_SHAPES));
        boolean first = q.slots().has(Role.FIRST_FRAME);
        boolean clip = q.slots().has(Role.FIRST_CLIP);
        if (clip && (first || q.slots().has(Role.DRIVING_AUDIO))) {
            findings.add(Finding.of(
                    Rule.FRAME_SHAPES,
                    Reason.FRAME_AND_CLIP_EXCLUSIVE,
                    q.slots().of(Role.FIRST_CLIP).getFirst().at("role"),
                    first ? "firstFrame and firstClip" : "firstClip and drivingAudio",
                    "one of them"));
        }
        if (q.slots().has(Role.LAST_FRAME) && !first && !clip) {
            findings.add(Finding.of(
                    Rule.FRAME_SHAPES,
                    Reason.LAST_FRAME_WITHOUT_FIRST,
                    q.slots().of(Role.LAST_FRAME).getFirst().at("role"),
                    "lastFrame",
                    "firstFrame or firstClip beside it"));
        }
        for (Slot slot : q.slots().of(Role.DRIVING_AUDIO)) {
            Shapes.length(
                    slot,
                    q.policy().frames().drivingAudioSeconds(),
                    Rule.FRAME_SHAPES,
                    Reason.AUDIO_OUT_OF_RANGE,
                    findings);
        }
        for (Slot slot : q.slots().of(Role.FIRST_CLIP)) {
            Shapes.length(
                    slot,
                    q.policy().frames().firstClipSeconds(),
                    Rule.FRAME_SHAPES,
                    Reason.DURATION_OUT_OF_RANGE,
                    findings);
        }
        findings.addAll(Voices.ofFrames(q));
        findings.addAll(Pictures.look(q, Rule.FRAME_SHAPES, q.slots().frames()));
        findings.addAll(Binding.dangling(q));
        return findings;
    }
}
