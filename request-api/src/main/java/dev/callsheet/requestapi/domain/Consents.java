package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several people's consents in the one that a request can carry: every id and subject is named, what each covers was held
 * against its own person before, and it ends with the first of them.
 */
final class Consents {
    private static final String BETWEEN = " + ";

    private Consents() {}

    /** @param consents at least one; the same twice is one */
    static JsonNode together(List<JsonNode> consents) {
        Set<JsonNode> each = new LinkedHashSet<>(consents);
        if (each.size() == 1) {
            return consents.getFirst();
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("id", "subject")) {
            String joined = each.stream()
                    .map(consent -> consent.path(field).asText(""))
                    .filter(text -> !text.isBlank())
                    .distinct()
                    .collect(Collectors.joining(BETWEEN));
            if (!joined.isEmpty()) {
                all.put(field, joined);
            }
        }
        var scope = all.putArray("scope");
        each.stream()
                .flatMap(consent -> consent.path("scope").valueStream())
                .map(JsonNode::asText)
                .distinct()
                .sorted()
                .forEach(scope::add);
        each.stream()
                .map(consent -> consent.path("until").asText(""))
                .map(until -> RegistrationReader.time(until).orElse(null))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(first -> all.put("until", first.toString()));
        return all;
    }
}
