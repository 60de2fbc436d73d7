package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.Role;
import dev.callsheet.contracts.VideoRequest.Voice;
import java.util.ArrayList;
import java.util.List;

/** What the shapes of both clip families have in common. */
final class Shapes {
    private static final List<Role> ONCE =
            List.of(Role.FIRST_FRAME, Role.LAST_FRAME, Role.FIRST_CLIP, Role.DRIVING_AUDIO);

    private Shapes() {}

    /** Roles that stand once at most. */
    static List<Finding> once(Question q, Rule rule) {
        List<Finding> findings = new ArrayList<>();
        for (Role role : ONCE) {
            List<Slot> slots = q.slots().of(role);
            if (slots.size() > 1) {
                findings.add(Finding.of(
                        rule, Reason.DUPLICATE_ROLE, slots.getLast().at("role"), slots.size() + " of a kind", "one"));
            }
        }
        return findings;
    }

    /** A stated length against the range. */
    static void length(Slot slot, Policy.Range range, Rule rule, Reason reason, List<Finding> findings) {
        Double seconds = slot.medium().seconds();
        if (seconds != null && !range.holds(seconds)) {
            findings.add(Finding.of(rule, reason, slot.at("seconds"), seconds + " s", range.text() + " s"));
        }
    }

    /** Voice samples: their length, and whether the model takes one at all. An optional one may be left out, aloud. */
    static List<Finding> voices(Question q, Rule rule, boolean carried) {
        Policy.Range range = q.policy().references().voiceSeconds();
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().voiced()) {
            Voice voice = slot.medium().voice();
            if (voice == null) {
                continue;
            }
            Double seconds = voice.seconds();
            boolean badLength = seconds != null && !range.holds(seconds);
            if (!voice.required()) {
                if (badLength || !carried) {
                    findings.add(Finding.of(rule, Reason.VOICE_DROPPED, slot.at("voice")));
                }
                continue;
            }
            if (badLength) {
                Reason reason = seconds < range.min() ? Reason.VOICE_SAMPLE_TOO_SHORT : Reason.VOICE_SAMPLE_TOO_LONG;
                findings.add(Finding.of(rule, reason, slot.at("voice/seconds"), seconds + " s", range.text() + " s"));
            }
            if (!carried) {
                findings.add(
                        Finding.of(rule, Reason.VOICE_NOT_CARRIED, slot.at("voice"), "a required voice", "no voice"));
            }
        }
        return findings;
    }
}
