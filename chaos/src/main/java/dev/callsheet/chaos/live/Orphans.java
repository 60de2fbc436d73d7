package dev.callsheet.chaos.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the provider's books and ours together. Pure. */
final class Orphans {
    private Orphans() {}

    /** @param overrun by how much the worst session ran on after its last sign of life, the lease included */
    record Found(List<String> violations, Duration overrun) {
        Found {
            violations = List.copyOf(violations);
        }
    }

    /**
     * @param allowed from a session's last sign of life to the end of its meter: lease and one tick
     */
    static Found check(List<Life> lives, List<Paid> paid, List<Owed> owed, Duration allowed) {
        List<String> violations = new ArrayList<>();
        Map<String, Paid> provider = new HashMap<>();
        paid.forEach(each -> provider.put(each.providerId(), each));
        Map<String, Instant> lastSigns = new HashMap<>();
        lives.stream()
                .filter(life -> life.sessionId() != null)
                .forEach(life -> lastSigns.put(life.sessionId(), life.lastSign()));
        Duration worst = Duration.ZERO;
        for (Owed leg : owed) {
            Paid there = provider.remove(leg.providerId());
            if (there == null) {
                if (leg.micros() != 0) {
                    violations.add("SETTLED_NOT_PAID " + leg + ": the provider knows nothing of it");
                }
                continue;
            }
            if (leg.open()) {
                violations.add("LEG_OPEN " + leg);
            }
            if (there.micros() != leg.micros()) {
                violations.add("AMOUNT_DIFFERS " + leg + ": the provider charged " + there.micros());
            }
            Instant sign = lastSigns.get(leg.sessionId());
            if (there.since() != null && there.endedAt() != null && sign != null) {
                Duration on = Duration.between(sign, there.endedAt());
                worst = on.compareTo(worst) > 0 ? on : worst;
                if (on.compareTo(allowed) > 0) {
                    violations.add("RAN_ON " + leg + ": " + on.toMillis() + " ms after its last sign of life");
                }
            }
        }
        for (Paid there : provider.values()) {
            if (there.micros() != 0 || there.since() != null && there.endedAt() == null) {
                violations.add("PAID_UNKNOWN " + there + ": it is in no book of ours");
            }
        }
        paid.stream()
                .filter(each -> each.since() != null && each.endedAt() == null)
                .forEach(each -> violations.add("STILL_RUNNING " + each));
        return new Found(violations, worst);
    }
}
