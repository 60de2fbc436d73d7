package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schema as one line for each field, for people to read and for {@link SchemaChange} to compare. */
final class SchemaLines {
    private static final List<String> LIMITS = List.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern",
            "format",
            "additionalProperties",
            "const");

    private final JsonNode root;
    private final TreeMap<String, Line> lines = new TreeMap<>();

    private SchemaLines(JsonNode root) {
        this.root = root;
    }

    /**
     * One field.
     *
     * @param path names from the root; {@code []} for the items of a list
     * @param types of JSON, or the name of another schema; empty for any
     * @param values those allowed; empty for all
     * @param limits {@code maximum=20} and the like
     */
    record Line(String path, Set<String> types, boolean required, Set<String> values, Set<String> limits) {
        @Override
        public String toString() {
            return path + "  " + (types.isEmpty() ? "any" : String.join("|", types))
                    + (required ? "  required" : "")
                    + (values.isEmpty() ? "" : "  one of: " + String.join(", ", values))
                    + (limits.isEmpty() ? "" : "  " + String.join(" ", limits));
        }

        /** Reads what {@link #toString()} has written. */
        static Line parse(String text) {
            String[] parts = text.split(" {2}");
            Set<String> types = parts[1].equals("any") ? Set.of() : words(parts[1], "\\|");
            boolean required = false;
            Set<String> values = Set.of();
            Set<String> limits = Set.of();
            for (int i = 2; i < parts.length; i++) {
                if (parts[i].equals("required")) {
                    required = true;
                } else if (parts[i].startsWith("one of: ")) {
                    values = words(parts[i].substring("one of: ".length()), ", ");
                } else {
                    limits = words(parts[i], " ");
                }
            }
            return new Line(parts[0], types, required, values, limits);
        }

        private static Set<String> words(String text, String separator) {
            return new TreeSet<>(List.of(text.split(separator)));
        }
    }

    static TreeMap<String, Line> of(JsonNode schema) {
        SchemaLines reader = new SchemaLines(schema);
        reader.fields(schema, "");
        return reader.lines;
    }

    private void fields(JsonNode schema, String path) {
        Set<String> required = texts(schema.path("required"));
        for (var field : schema.path("properties").properties()) {
            add(field.getValue(), path + "/" + field.getKey(), required.contains(field.getKey()));
        }
        if (schema.has("items")) {
            add(schema.get("items"), path + "/[]", false);
        }
    }

    private void add(JsonNode written, String path, boolean required) {
        String reference = written.path("$ref").asText();
        JsonNode schema = reference.startsWith("#") ? root.at(reference.substring(1)) : written;
        Set<String> types = new TreeSet<>(texts(schema.path("type")));
        if (reference.endsWith(".json")) {
            types.add(reference.replace(".json", ""));
        }
        Set<String> values = texts(schema.path("enum"));
        Set<String> limits = LIMITS.stream()
                .filter(schema::has)
                .map(limit -> limit + "=" + schema.get(limit).asText())
                .collect(Collectors.toCollection(TreeSet::new));
        lines.put(path, new Line(path, types, required, values, limits));
        fields(schema, path);
    }

    private static Set<String> texts(JsonNode textOrList) {
        List<String> texts = new ArrayList<>();
        if (textOrList.isTextual()) {
            texts.add(textOrList.asText());
        }
        StreamSupport.stream(textOrList.spliterator(), false)
                .map(JsonNode::asText)
                .forEach(texts::add);
        return new TreeSet<>(texts);
    }
}
