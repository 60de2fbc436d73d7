package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What may be done about a value of the wrong form: the value that was surely meant, or leaving the field out. */
final class FormRemedies {
    private FormRemedies() {}

    static List<Draft> of(Finding finding, Draft draft) {
        String field = finding.field();
        String allowed = finding.allowed() == null ? "" : finding.allowed();
        List<Draft> drafts = new ArrayList<>();
        JsonNode found = field.isEmpty() ? draft.document() : draft.document().at(field);
        if (field.isEmpty()) {
            return drafts;
        }
        if (found.isMissingNode()) {
            if (allowed.equals("a string")) {
                drafts.add(draft.fill(field, field.endsWith("/uri") ? Remedies.PICTURE : "your-value"));
            }
            return drafts;
        }
        if (found.isTextual()) {
            meant(field, found.asText().strip(), allowed, draft, drafts);
        }
        if (found.isNumber() && allowed.startsWith("dollars")) {
            drafts.add(draft.set(field, found.decimalValue().toPlainString()));
        }
        drafts.add(draft.without(field));
        return drafts;
    }

    private static void meant(String field, String text, String allowed, Draft draft, List<Draft> drafts) {
        if (allowed.startsWith("one of ")) {
            String nearest = Nearest.of(
                    text, Arrays.asList(allowed.substring("one of ".length()).split(", ")));
            if (nearest != null) {
                drafts.add(draft.set(field, nearest));
            }
        } else if (allowed.contains("number") && text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            drafts.add(draft.set(
                    field,
                    com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.numberNode(new BigDecimal(text))));
        } else if (allowed.startsWith("true or false") && (text.equals("true") || text.equals("false"))) {
            drafts.add(draft.set(field, text.equals("true")));
        }
    }
}
