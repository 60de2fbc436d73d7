package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Route;
import java.util.List;

/** Which kind of production a request is, before its details are looked at. */
sealed interface Scenario {
    List<Finding> findings();

    /** @param rule the rule that chose */
    record Chosen(Route route, Rule rule, List<Finding> findings) implements Scenario {
        public Chosen {
            findings = List.copyOf(findings);
        }
    }

    record Refused(List<Finding> findings) implements Scenario {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    static Scenario of(Question question) {
        return question.live() ? LiveChoice.of(question) : FamilyChoice.of(question);
    }

    /** Refused if a finding refuses, else the route. */
    static Scenario of(Route route, Rule rule, List<Finding> findings) {
        return findings.stream().anyMatch(Finding::refuses) ? new Refused(findings) : new Chosen(route, rule, findings);
    }
}
