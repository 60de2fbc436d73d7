package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The named model, the deadline and the budget against the chosen route. */
final class ModelAndTime {
    private ModelAndTime() {}

    static List<Finding> look(Question q, Route route) {
        List<Finding> findings = new ArrayList<>();
        model(q, route, findings);
        fallbacks(q, route, findings);
        deadline(q, route, findings);
        return findings;
    }

    private static void model(Question q, Route route, List<Finding> findings) {
        String named = q.request().model();
        if (!Question.given(named)) {
            return;
        }
        String right = q.policy().model(route);
        q.policy().routeOf(named).ifPresent(other -> {
            if (other != route) {
                findings.add(Finding.of(Rule.MODEL_HINT, Reason.MODEL_HINT_CONFLICT, "/model", named, right)
                        .suggesting("leave model out, or name " + right));
            } else if (route == Route.AVATAR && !named.equals(right)) {
                findings.add(Finding.of(Rule.MODEL_HINT, Reason.LIVE_MODEL_ALIAS, "/model", named, right));
            }
        });
    }

    /** A fallback is held against the inputs like the model itself; it never changes the route. */
    private static void fallbacks(Question q, Route route, List<Finding> findings) {
        List<String> names = q.request().fallbackModels();
        for (int i = 0; i < names.size(); i++) {
            boolean fits = q.policy().routeOf(names.get(i)).equals(Optional.of(route));
            findings.add(Finding.of(
                    Rule.MODEL_HINT,
                    fits ? Reason.FALLBACK_UNUSED : Reason.FALLBACK_UNFIT,
                    "/fallbackModels/" + i,
                    names.get(i),
                    q.policy().model(route)));
        }
    }

    private static void deadline(Question q, Route route, List<Finding> findings) {
        q.policy()
                .render(route)
                .ifPresent(render -> q.secondsLeft().ifPresent(left -> {
                    Policy.Eta eta = render.eta();
                    long batch = FanOut.waves(FanOut.clips(q), FanOut.concurrency(q, render))
                            * Math.round(FanOut.typicalSeconds(q, render));
                    if (q.hard() && left < eta.typicalSeconds()) {
                        findings.add(late(Reason.DEADLINE_INFEASIBLE, left, eta.typicalSeconds()));
                    } else if (q.hard() && left < batch) {
                        findings.add(late(Reason.BATCH_CAPACITY_INFEASIBLE, left, batch));
                    } else if (left < Math.max(eta.p95Seconds(), batch)) {
                        findings.add(late(Reason.DEADLINE_TIGHT, left, Math.max(eta.p95Seconds(), batch)));
                    }
                }));
        answerTimeAsDeadline(q, route, findings);
    }

    private static Finding late(Reason reason, long left, long needed) {
        return Finding.of(
                Rule.DEADLINE, reason, "/latency/deadline", "in " + left + " s", "at least " + needed + " s from now");
    }

    /** An answer time that no live turn has is a file wanted soon. */
    private static void answerTimeAsDeadline(Question q, Route route, List<Finding> findings) {
        Long responseMs =
                q.request().latency() == null ? null : q.request().latency().responseMs();
        if (responseMs == null || route == Route.AVATAR) {
            return;
        }
        q.policy().render(route).ifPresent(render -> {
            boolean tooSoon = responseMs / 1000 < render.eta().typicalSeconds();
            if (tooSoon || responseMs / 1000 < render.eta().p95Seconds()) {
                findings.add(Finding.of(
                        Rule.DEADLINE,
                        tooSoon && q.hard() ? Reason.DEADLINE_INFEASIBLE : Reason.DEADLINE_TIGHT,
                        "/latency/responseMs",
                        responseMs,
                        "at least " + render.eta().typicalSeconds() * 1000));
            }
        });
    }
}
