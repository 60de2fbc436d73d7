package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Reason.Severity;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what was found out to the published decision. */
final class Answer {
    private static final int MOST = 100;

    private Answer() {}

    static Decision of(Examination examined, List<Decision.Change> changes) {
        Optional<Question> question = examined.question();
        Optional<Route> route = examined.route();
        Policy policy = examined.policy();
        return new Decision(
                route.orElse(null),
                examined.rule().id(),
                question.map(Question::axes).orElseGet(AxisReading::unknown).published(),
                reasons(examined),
                told(examined, Severity.REJECT),
                warnings(examined),
                told(examined, Severity.REPAIR),
                question.flatMap(q -> route.flatMap(found -> Estimate.eta(q, found)))
                        .orElse(null),
                question.flatMap(q -> route.map(found -> Estimate.cost(q, found)))
                        .orElse(null),
                route.map(policy::model).orElse(null),
                question.map(q -> Confidence.of(q, examined.findings())).orElse(1.0),
                policy.version(),
                policy.hash(),
                examined.inquiry().hash(),
                question.map(FanOut::clips).orElse(1),
                Accepted.of(examined),
                question.map(q -> Alternatives.of(q, route)).orElse(List.of()),
                changes,
                question(examined));
    }

    /** Codes, each once: what refuses comes first, then what explains. */
    private static List<String> reasons(Examination examined) {
        List<String> codes = new ArrayList<>();
        examined.findings().stream()
                .filter(Finding::refuses)
                .forEach(finding -> codes.add(finding.reason().name()));
        examined.findings().stream()
                .filter(Finding::explains)
                .forEach(finding -> codes.add(finding.reason().name()));
        return codes.stream().distinct().toList();
    }

    private static List<Violation> warnings(Examination examined) {
        List<Violation> unknown = examined.inquiry().reading().warnings();
        List<Violation> warnings = new ArrayList<>(unknown.subList(0, Math.min(MOST, unknown.size())));
        if (unknown.size() > MOST) {
            warnings.add(Violation.of(Reason.UNKNOWN_FIELD, "", (unknown.size() - MOST) + " more", null));
        }
        warnings.addAll(told(examined, Severity.WARNING));
        return warnings;
    }

    private static List<Violation> told(Examination examined, Severity severity) {
        List<Finding> told = examined.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
        List<Violation> violations = new ArrayList<>(
                told.stream().limit(MOST).map(Finding::violation).toList());
        if (told.size() > MOST) {
            violations.add(Violation.of(told.get(MOST).reason(), "", (told.size() - MOST) + " more", null));
        }
        return violations;
    }

    /** The one thing to ask where the family stays open. */
    private static @Nullable String question(Examination examined) {
        return examined.findings().stream()
                .filter(finding -> finding.reason() == Reason.AMBIGUOUS_SCENARIO)
                .findFirst()
                .map(finding -> switch (finding.field()) {
                    case "/output/kind" ->
                        "Do you want a live session that answers (output.kind stream) or a finished file (file)?";
                    case "/media" -> "What shall be seen: a picture set in motion, a character kept, or a live avatar?";
                    default ->
                        "What is the medium at " + finding.field().replace("/role", "")
                                + " for: to be set in motion (firstFrame) or a subject to keep (reference)?";
                })
                .orElse(null);
    }
}
