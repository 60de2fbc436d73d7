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

    static String model(Policy policy, Route route) {
        return policy.render(route)
                .map(Policy.Render::model)
                .orElse(policy.live().model());
    }

    /** Seconds from typical to the 95th percentile; empty for a live session. */
    static Optional<EtaSeconds> eta(Policy policy, Route route) {
        return policy.render(route)
                .map(render -> new EtaSeconds(
                        render.eta().typicalSeconds(), render.eta().p95Seconds()));
    }

    /** One take, or one started minute of a session. Total: an impossible length or resolution counts as the default. */
    static CostMicros cost(Question q, Route route) {
        long micros = q.policy()
                .render(route)
                .map(render -> {
                    double seconds = q.seconds()
                            .filter(wanted ->
                                    Limits.secondsAllowed(q, route, render).holds(wanted))
                            .orElse((double) render.defaultSeconds());
                    String resolution = q.resolution()
                            .filter(render.microsPerSecond()::containsKey)
                            .orElse(render.defaultResolution());
                    return Math.round(Math.ceil(seconds))
                            * render.microsPerSecond().get(resolution);
                })
                .orElse(q.policy().live().microsPerMinute());
        return new CostMicros(micros, micros);
    }

    /** A budget that does not hold one take is refused before money. */
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
