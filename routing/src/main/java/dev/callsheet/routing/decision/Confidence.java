package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision.Origin;
import dev.callsheet.contracts.Reason;
import java.util.List;
import java.util.stream.Stream;

/** How sure the decision is, as a band: for asking, not for gambling. */
final class Confidence {
    private Confidence() {}

    static double of(Question question, List<Finding> findings) {
        if (findings.stream()
                .anyMatch(finding ->
                        finding.reason() == Reason.AMBIGUOUS_SCENARIO || finding.reason() == Reason.NO_INPUT)) {
            return 0.4;
        }
        if (!question.slots().untyped().isEmpty()) {
            return 0.55;
        }
        List<Origin> origins = Stream.of(
                        question.axes().latency().origin(),
                        question.axes().input().origin(),
                        question.axes().continuity().origin())
                .toList();
        long derived = origins.stream().filter(Origin.DERIVED::equals).count();
        if (origins.contains(Origin.DEFAULT) || derived > 1) {
            return 0.70;
        }
        return derived == 1 ? 0.85 : 0.95;
    }
}
