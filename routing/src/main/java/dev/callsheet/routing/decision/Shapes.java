package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.Role;
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
            boolean oneEach = role == Role.FIRST_FRAME && FanOut.perImage(q);
            if (slots.size() > 1 && !oneEach) {
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
}
