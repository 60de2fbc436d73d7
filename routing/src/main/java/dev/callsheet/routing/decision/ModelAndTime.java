package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import java.util.ArrayList;
import java.util.List;

/** The named model, the deadline and the budget against the chosen route. */
final class ModelAndTime {
    private ModelAndTime() {}

    static List<Finding> look(Question q, Route route) {
        List<Finding> findings = new ArrayList<>();
        model(q, route, findings);
        deadline(q, route, findings);
        return findings;
    }

    private static void model(Question q, Route route, List<Finding> findings) {
        String named = q.request().model();
        if (!Question.given(named)) {
            return;
        }
        String right = Estimate.model(q.policy(), route);
        q.policy().routeOf(named).ifPresent(other -> {
            if (other != route) {
                findings.add(Finding.of(Rule.MODEL_HINT, Reason.MODEL_HINT_CONFLICT, "/model", named, right)
                        .suggesting("leave model out, or name " + right));
            } else if (route == Route.AVATAR && !named.equals(right)) {
                findings.add(Finding.of(Rule.MODEL_HINT, Reason.LIVE_MODEL_ALIAS, "/model", named, right));
            }
        });
    }

    private static void deadline(Question q, Route route, List<Finding> findings) {
        q.policy()
                .render(route)
                .ifPresent(render -> q.secondsLeft().ifPresent(left -> {
                    Policy.Eta eta = render.eta();
                    if (q.hard() && left < eta.typicalSeconds()) {
                        findings.add(Finding.of(
                                Rule.DEADLINE,
                                Reason.DEADLINE_INFEASIBLE,
                                "/latency/deadline",
                                "in " + left + " s",
                                "at least " + eta.typicalSeconds() + " s from now"));
                    } else if (left < eta.p95Seconds()) {
                        findings.add(Finding.of(
                                Rule.DEADLINE,
                                Reason.DEADLINE_TIGHT,
                                "/latency/deadline",
                                "in " + left + " s",
                                eta.p95Seconds() + " s to be safe"));
                    }
                }));
        answerTimeAsDeadline(q, route, findings);
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
