package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Reason.Severity;
import dev.callsheet.contracts.VideoRequest.Voice;
import dev.callsheet.routing.decision.Policy.VoiceWay;
import java.util.ArrayList;
import java.util.List;

/**
 * Voice samples: their length, and how they reach the model. A required voice that cannot be heard refuses the request,
 * an optional one is left out aloud: silence would deliver another person's voice.
 */
final class Voices {
    private Voices() {}

    /** Bound to references, they are carried as the policy says. */
    static List<Finding> ofReferences(Question q) {
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().voiced()) {
            boolean lost = length(q, slot, findings) || lostOnTheWay(q, slot, findings);
            if (!lost) {
                findings.add(Finding.of(Rule.REFERENCE_SHAPES, Reason.VOICE_BOUND, slot.at("voice")));
                findings.add(Finding.of(Rule.REFERENCE_SHAPES, Reason.VOICE_AS_REFERENCE_CLIP, slot.at("voice")));
            }
        }
        return findings;
    }

    /** A picture set in motion takes no voice. */
    static List<Finding> ofFrames(Question q) {
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().voiced()) {
            notCarried(slot, Rule.FRAME_SHAPES, findings);
        }
        return findings;
    }

    /** Whether this reference goes out with a voice. */
    static boolean carried(Question q, Slot slot) {
        Voice voice = slot.medium().voice();
        if (voice == null || q.policy().references().voice() == VoiceWay.NONE) {
            return false;
        }
        Double seconds = voice.seconds();
        return seconds == null || q.policy().references().voiceSeconds().holds(seconds) || voice.required();
    }

    private static boolean lostOnTheWay(Question q, Slot slot, List<Finding> findings) {
        boolean reference = q.slots().references().contains(slot);
        if (reference && q.policy().references().voice() == VoiceWay.REFERENCE_CLIP) {
            return false;
        }
        notCarried(slot, Rule.REFERENCE_SHAPES, findings);
        return true;
    }

    private static void notCarried(Slot slot, Rule rule, List<Finding> findings) {
        Voice voice = slot.medium().voice();
        boolean required = voice != null && voice.required();
        findings.add(
                required
                        ? Finding.of(rule, Reason.VOICE_NOT_CARRIED, slot.at("voice"), "a required voice", "no voice")
                        : Finding.of(rule, Reason.VOICE_DROPPED, slot.at("voice")));
    }

    /** Whether the voice is lost by its length. */
    private static boolean length(Question q, Slot slot, List<Finding> findings) {
        Policy.Range range = q.policy().references().voiceSeconds();
        Voice voice = slot.medium().voice();
        Double seconds = voice == null ? null : voice.seconds();
        if (voice == null || seconds == null || range.holds(seconds)) {
            return false;
        }
        boolean tooLong = seconds > range.max();
        Finding wrong = Finding.of(
                Rule.REFERENCE_SHAPES,
                tooLong ? Reason.VOICE_SAMPLE_TOO_LONG : Reason.VOICE_SAMPLE_TOO_SHORT,
                slot.at("voice/seconds"),
                seconds + " s",
                range.text() + " s");
        if (tooLong && (voice.trim() || q.policy().references().trimVoice())) {
            findings.add(Finding.of(
                    Rule.REFERENCE_SHAPES,
                    Reason.VOICE_TRIMMED,
                    slot.at("voice/seconds"),
                    seconds + " s",
                    range.text() + " s"));
            return false;
        }
        if (voice.required()) {
            findings.add(wrong);
        } else {
            findings.add(wrong.as(Severity.WARNING));
            findings.add(Finding.of(Rule.REFERENCE_SHAPES, Reason.VOICE_DROPPED, slot.at("voice")));
        }
        return true;
    }
}
