package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision: which of three kinds of production a request is, or why it is none. Pure and total: any inquiry gets an
 * answer, and the same inquiry, policy and time get the same bytes. All that is wrong is told at once.
 */
public final class Routing {
    private static final List<RuleGroup> HYGIENE =
            List.of(Hygiene::somethingGiven, Links::look, Hygiene::mediaTypes, ConsentCover::look, Hygiene::knownModel);

    private Routing() {}

    /** @param now the time against which deadlines and consents are held */
    public static Decision decide(Inquiry inquiry, Policy policy, Instant now) {
        VideoRequest request = inquiry.reading().request();
        if (request == null || inquiry.bytes() > policy.request().maxBytes()) {
            return unreadable(inquiry, policy);
        }
        Question question = Question.of(inquiry.tenant(), request, policy, now);
        List<Finding> findings = new ArrayList<>();
        HYGIENE.forEach(group -> findings.addAll(group.look(question)));
        boolean empty = findings.stream().anyMatch(finding -> finding.reason() == Reason.NO_INPUT);
        Scenario scenario = empty ? new Scenario.Refused(List.of()) : Scenario.of(question);
        findings.addAll(scenario.findings());
        return switch (scenario) {
            case Scenario.Refused _ -> Answer.of(inquiry, question, findings, Optional.empty());
            case Scenario.Chosen chosen -> {
                findings.addAll(details(question, chosen.route()));
                yield Answer.of(inquiry, question, findings, Optional.of(chosen));
            }
        };
    }

    private static List<Finding> details(Question question, Route route) {
        List<Finding> findings = new ArrayList<>(ModelAndTime.look(question, route));
        findings.addAll(Limits.look(question, route));
        findings.addAll(
                switch (route) {
                    case AVATAR -> List.of();
                    case I2V -> FrameShapes.look(question);
                    case R2V -> ReferenceShapes.look(question);
                });
        findings.addAll(Estimate.budget(question, route));
        return findings;
    }

    private static Decision unreadable(Inquiry inquiry, Policy policy) {
        List<Violation> conflicts = new ArrayList<>(inquiry.reading().violations());
        if (inquiry.bytes() > policy.request().maxBytes()) {
            conflicts.add(Violation.of(
                    Reason.SCHEMA_INVALID,
                    "",
                    inquiry.bytes() + " bytes",
                    "at most " + policy.request().maxBytes() + " bytes"));
        }
        return new Decision(
                null,
                Rule.FORM.id(),
                AxisReading.unknown().published(),
                List.of(Reason.SCHEMA_INVALID.name()),
                conflicts,
                inquiry.reading().warnings(),
                List.of(),
                null,
                null,
                null,
                1,
                policy.version(),
                policy.hash(),
                inquiry.hash());
    }
}
