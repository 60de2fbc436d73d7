package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision.CostMicros;
import dev.callsheet.contracts.Decision.EtaSeconds;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import java.util.List;
import java.util.Optional;

/** What a routed request will take and cost, by the policy. */
final class Estimate {
    private Estimate() {}

    /** Seconds from typical to the 95th percentile, of the last clip; empty for a live session. */
    static Optional<EtaSeconds> eta(Question q, Route route) {
        return q.policy().render(route).map(render -> {
            long waves = FanOut.waves(FanOut.clips(q), FanOut.concurrency(q, render));
            return new EtaSeconds(
                    waves * Math.round(FanOut.typicalSeconds(q, render)),
                    waves * Math.max(render.eta().p95Seconds(), Math.round(FanOut.typicalSeconds(q, render))));
        });
    }

    /** One take of each clip up to all takes allowed; one started minute of a session. */
    static CostMicros cost(Question q, Route route) {
        if (q.policy().render(route).isEmpty()) {
            long minute = q.policy().live().microsPerMinute();
            return new CostMicros(minute, minute);
        }
        long clips = take(q, route) * FanOut.clips(q);
        return new CostMicros(clips, clips * q.request().maxTakes());
    }

    /** Total: an impossible length or resolution counts as the default. */
    private static long take(Question q, Route route) {
        Policy.Render render = q.policy().render(route).orElseThrow();
        double seconds = q.seconds()
                .filter(wanted -> Limits.secondsAllowed(q, route, render).holds(wanted))
                .orElse((double) render.defaultSeconds());
        String resolution =
                q.resolution().filter(render.microsPerSecond()::containsKey).orElse(render.defaultResolution());
        return Math.round(Math.ceil(seconds)) * render.microsPerSecond().getOrDefault(resolution, 0L);
    }

    /** A budget that does not hold one take of each clip is refused before money. */
    static List<Finding> budget(Question q, Route route) {
        long cost = cost(q, route).from();
        if (q.request().budget() == null || q.request().budget().limitMicros() >= cost) {
            return List.of();
        }
        return List.of(Finding.of(
                Rule.BUDGET,
                Reason.BUDGET_TOO_SMALL,
                "/budget/limit",
                dollars(q.request().budget().limitMicros()),
                "at least " + dollars(cost)));
    }

    private static String dollars(long micros) {
        return java.math.BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString() + " USD";
    }
}
