package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the findings together to the published decision. */
final class Answer {
    private static final int MOST = 100;

    private Answer() {}

    /** @param chosen the scenario; the request is routed if no finding refuses */
    static Decision of(Inquiry inquiry, Question question, List<Finding> all, Optional<Scenario.Chosen> chosen) {
        List<Finding> findings = all.stream().sorted(Finding.IN_ORDER).toList();
        Optional<Finding> refusal = findings.stream().filter(Finding::refuses).findFirst();
        Optional<Route> route = refusal.isPresent() ? Optional.empty() : chosen.map(Scenario.Chosen::route);
        Rule rule = refusal.map(Finding::rule)
                .or(() -> chosen.map(Scenario.Chosen::rule))
                .orElse(Rule.SOMETHING_GIVEN);
        List<Violation> warnings = new ArrayList<>(inquiry.reading().warnings());
        warnings.addAll(told(findings, Reason.Severity.WARNING));
        return new Decision(
                route.orElse(null),
                rule.id(),
                question.axes().published(),
                reasons(findings, refusal.isPresent()),
                told(findings, Reason.Severity.REJECT),
                warnings,
                told(findings, Reason.Severity.REPAIR),
                route.flatMap(found -> Estimate.eta(question.policy(), found)).orElse(null),
                route.map(found -> Estimate.cost(question, found)).orElse(null),
                route.map(found -> Estimate.model(question.policy(), found)).orElse(null),
                Confidence.of(question, findings),
                question.policy().version(),
                question.policy().hash(),
                inquiry.hash());
    }

    /** Codes, each once: what refuses comes first, then what explains. */
    private static List<String> reasons(List<Finding> findings, boolean refused) {
        List<String> codes = new ArrayList<>();
        if (refused) {
            findings.stream()
                    .filter(Finding::refuses)
                    .forEach(finding -> codes.add(finding.reason().name()));
        }
        findings.stream()
                .filter(finding -> finding.reason().severity() == Reason.Severity.REASON)
                .forEach(finding -> codes.add(finding.reason().name()));
        return codes.stream().distinct().toList();
    }

    private static List<Violation> told(List<Finding> findings, Reason.Severity severity) {
        List<Finding> told = findings.stream()
                .filter(finding -> finding.reason().severity() == severity)
                .toList();
        List<Violation> violations = new ArrayList<>(
                told.stream().limit(MOST).map(Finding::violation).toList());
        if (told.size() > MOST) {
            violations.add(Violation.of(told.get(MOST).reason(), "", (told.size() - MOST) + " more", null));
        }
        return violations;
    }
}
