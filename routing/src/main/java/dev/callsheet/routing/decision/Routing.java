package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
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
        Examination examined = examine(inquiry, policy, now);
        return Answer.of(examined, examined.route().isPresent() ? List.of() : Changes.of(examined, Routing::examine));
    }

    private static Examination examine(Inquiry inquiry, Policy policy, Instant now) {
        if (inquiry.reading().request() == null
                || inquiry.bytes() > policy.request().maxBytes()) {
            return Examination.unreadable(inquiry, policy, now, form(inquiry, policy));
        }
        Question question = Question.of(inquiry.tenant(), inquiry.reading().request(), policy, now);
        List<Finding> findings = new ArrayList<>();
        HYGIENE.forEach(group -> findings.addAll(group.look(question)));
        boolean empty = findings.stream().anyMatch(finding -> finding.reason() == Reason.NO_INPUT);
        Scenario scenario = empty ? new Scenario.Refused(List.of()) : Scenario.of(question);
        findings.addAll(scenario.findings());
        Optional<Scenario.Chosen> chosen = switch (scenario) {
            case Scenario.Refused _ -> Optional.empty();
            case Scenario.Chosen found -> {
                findings.addAll(details(question, found.route()));
                yield Optional.of(found);
            }
        };
        return Examination.of(inquiry, question, findings, chosen);
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

    private static List<Finding> form(Inquiry inquiry, Policy policy) {
        List<Finding> findings = new ArrayList<>();
        inquiry.reading()
                .violations()
                .forEach(violation -> findings.add(Finding.of(
                        Rule.FORM, Reason.SCHEMA_INVALID, violation.field(), violation.found(), violation.allowed())));
        if (inquiry.bytes() > policy.request().maxBytes()) {
            findings.add(Finding.of(
                    Rule.FORM,
                    Reason.SCHEMA_INVALID,
                    "",
                    inquiry.bytes() + " bytes",
                    "at most " + policy.request().maxBytes() + " bytes"));
        }
        return findings;
    }
}
