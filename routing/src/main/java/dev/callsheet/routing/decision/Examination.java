package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was found out about an inquiry.
 *
 * @param question empty if the document is no readable request
 * @param findings in the order of the rules
 * @param chosen the scenario; the request is routed if no finding refuses
 */
record Examination(
        Inquiry inquiry,
        Policy policy,
        Instant now,
        Optional<Question> question,
        List<Finding> findings,
        Optional<Scenario.Chosen> chosen) {
    Examination {
        findings = findings.stream().sorted(Finding.IN_ORDER).toList();
    }

    static Examination of(
            Inquiry inquiry, Question question, List<Finding> findings, Optional<Scenario.Chosen> chosen) {
        return new Examination(inquiry, question.policy(), question.now(), Optional.of(question), findings, chosen);
    }

    static Examination unreadable(Inquiry inquiry, Policy policy, Instant now, List<Finding> findings) {
        return new Examination(inquiry, policy, now, Optional.empty(), findings, Optional.empty());
    }

    /** The first finding that refuses. */
    Optional<Finding> refusal() {
        return findings.stream().filter(Finding::refuses).findFirst();
    }

    Optional<Route> route() {
        return refusal().isPresent() ? Optional.empty() : chosen.map(Scenario.Chosen::route);
    }

    /** The rule that decided. */
    Rule rule() {
        return refusal()
                .map(Finding::rule)
                .or(() -> chosen.map(Scenario.Chosen::rule))
                .orElse(Rule.FORM);
    }
}
