package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account of the input: every field is either named by a conflict, a warning or a repair, or it stands here as taken
 * over. Whole objects stand for their fields. Nulls are no input.
 */
final class Accepted {
    private final Set<String> named = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final List<String> accepted = new ArrayList<>();

    private Accepted() {}

    static List<String> of(Examination examined) {
        Accepted account = new Accepted();
        examined.findings().stream()
                .filter(finding -> !finding.explains())
                .map(Finding::field)
                .forEach(account::name);
        examined.inquiry().reading().warnings().stream().map(Violation::field).forEach(account::name);
        JsonNode document = examined.inquiry().document();
        if (document.isObject()) {
            document.properties().forEach(field -> account.walk("/" + escaped(field.getKey()), field.getValue()));
        }
        return List.copyOf(account.accepted);
    }

    private void name(String pointer) {
        named.add(pointer);
        for (int slash = pointer.lastIndexOf('/'); slash > 0; slash = pointer.lastIndexOf('/', slash - 1)) {
            above.add(pointer.substring(0, slash));
        }
    }

    private void walk(String pointer, JsonNode node) {
        if (node.isNull() || named.contains(pointer)) {
            return;
        }
        if (!above.contains(pointer) || node.isEmpty()) {
            accepted.add(pointer);
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i));
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            walk(pointer + "/" + escaped(field.getKey()), field.getValue());
        }
    }

    private static String escaped(String name) {
        boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
        return plain ? name : name.replace("~", "~0").replace("/", "~1");
    }
}
