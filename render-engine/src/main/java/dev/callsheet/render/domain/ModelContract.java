package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a model takes, as its provider describes it. */
public record ModelContract(String model, List<Parameter> parameters) {
    public ModelContract {
        parameters = List.copyOf(parameters);
    }

    /**
     * One field of the payload.
     *
     * @param options the words of an enum, in any order
     * @param min lowest number; null if the provider names none
     * @param max highest number, most characters or most entries; null if the provider names none
     */
    public record Parameter(
            String name,
            String type,
            boolean required,
            Set<String> options,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {
        public Parameter {
            options = Set.copyOf(options);
        }

        /** What a caller must keep to, in words that can be compared. */
        String terms() {
            var terms = new StringBuilder(type).append(required ? ", required" : ", optional");
            if (!options.isEmpty()) {
                terms.append(", one of ").append(String.join(" ", new TreeSet<>(options)));
            }
            if (min != null || max != null) {
                terms.append(", ").append(text(min)).append(" to ").append(text(max));
            }
            return terms.toString();
        }

        private static String text(@Nullable BigDecimal limit) {
            return limit == null ? "any" : limit.stripTrailingZeros().toPlainString();
        }
    }

    /** Reads a model's details; empty if they name no parameters, so that there is nothing to compare. */
    public static Optional<ModelContract> of(String model, JsonNode details) {
        JsonNode fields = details.path("parameters");
        if (!fields.isArray() || fields.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        fields.forEach(field -> parameters.add(new Parameter(
                field.path("name").asText(),
                field.path("type").asText(),
                field.path("required").asBoolean(),
                options(field.path("options")),
                number(field.path("min_value")),
                number(field.path("max_value")))));
        return Optional.of(new ModelContract(model, parameters));
    }

    private static Set<String> options(JsonNode options) {
        Set<String> words = new TreeSet<>();
        options.forEach(option -> words.add(option.asText()));
        return words;
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    /** How what is found departs from what is known, in the order of the fields' names; empty if it does not. */
    public List<Drift> driftTo(ModelContract found) {
        Map<String, Parameter> known = byName(this);
        Map<String, Parameter> now = byName(found);
        Set<String> names = new TreeSet<>(known.keySet());
        names.addAll(now.keySet());
        List<Drift> drift = new ArrayList<>();
        for (String name : names) {
            Parameter before = known.get(name);
            Parameter after = now.get(name);
            if (before == null && after != null) {
                drift.add(new Drift.Added(name, after.terms(), after.required()));
            } else if (before != null && after == null) {
                drift.add(new Drift.Removed(name));
            } else if (before != null && !before.terms().equals(after.terms())) {
                drift.add(new Drift.Changed(name, before.terms(), after.terms()));
            }
        }
        return drift;
    }

    private static Map<String, Parameter> byName(ModelContract contract) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        contract.parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        return byName;
    }
}
