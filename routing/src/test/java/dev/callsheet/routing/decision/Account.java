package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a decision owes to its request. */
final class Account {
    private Account() {}

    /** Every leaf of the document stands in the evidence, is taken over, or is named by a finding. */
    static void isComplete(JsonNode document, Decision decision) {
        Set<String> told = new HashSet<>(decision.accepted());
        Stream.of(decision.conflicts(), decision.warnings(), decision.repairs())
                .flatMap(List::stream)
                .map(Violation::field)
                .forEach(told::add);
        Stream.of(
                        decision.axes().latency(),
                        decision.axes().input(),
                        decision.axes().continuity())
                .flatMap(axis -> axis.evidence().stream())
                .forEach(told::add);
        if (told.contains("")
                && (!document.isObject()
                        || decision.conflicts().size() + decision.warnings().size() > 100)) {
            // The document as a whole is told of, or more faults than are listed one by one.
            return;
        }
        for (String leaf : leaves("", document)) {
            assertThat(covered(leaf, told))
                    .as("%s of %s in %s", leaf, document, decision)
                    .isTrue();
        }
    }

    /** Each change leads where it promises, and its placeholders are there. */
    static void changesHold(JsonNode document, Decision decision, Function<JsonNode, Decision> decide) {
        assertThat(decision.routed() && !decision.changes().isEmpty()).isFalse();
        for (Decision.Change change : decision.changes()) {
            JsonNode changed = JsonPatches.apply(document, change.patch());
            assertThat(decide.apply(changed).route())
                    .as("%s of %s", change, document)
                    .isEqualTo(change.route());
            assertThat(change.fill()).noneMatch(pointer -> changed.at(pointer).isMissingNode());
        }
    }

    private static boolean covered(String leaf, Set<String> told) {
        for (int end = leaf.length(); end > 0; end = leaf.lastIndexOf('/', end - 1)) {
            if (told.contains(leaf.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> leaves(String pointer, JsonNode node) {
        List<String> leaves = new ArrayList<>();
        if (node.isNull() || pointer.isEmpty() && !node.isObject()) {
            return leaves;
        }
        if (node.isValueNode() || node.isEmpty() && !pointer.isEmpty()) {
            return List.of(pointer);
        }
        node.properties()
                .forEach(field -> leaves.addAll(leaves(
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            leaves.addAll(leaves(pointer + "/" + i, node.get(i)));
        }
        return leaves;
    }
}
