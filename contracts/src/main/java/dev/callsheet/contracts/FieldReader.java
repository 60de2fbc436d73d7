package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object field by field; collects what is wrong and what nobody asked for, instead of stopping. */
final class FieldReader {
    private static final int LONGEST_LIST = 100;
    /** Beyond so many unknown fields nobody looks for the name that was meant. */
    private static final int MOST_EXPLAINED = 100;

    private final JsonNode node;
    private final String path;
    private final List<Violation> violations;
    private final List<Violation> warnings;
    private final Set<String> read = new HashSet<>();

    FieldReader(JsonNode node, String path, List<Violation> violations, List<Violation> warnings) {
        this.node = node;
        this.path = path;
        this.violations = violations;
        this.warnings = warnings;
    }

    @Nullable
    String text(String name) {
        return value(name, "a string", n -> n.isTextual() ? n.asText() : null);
    }

    /** A field that may only have one value, as text or as a number. */
    void only(String name, String allowed) {
        value(
                name,
                allowed,
                n -> (n.isTextual() || n.isIntegralNumber()) && n.asText().equals(allowed) ? n : null);
    }

    @Nullable
    Long whole(String name) {
        return value(name, "a whole number", n -> isWhole(n) && n.canConvertToLong() ? n.asLong() : null);
    }

    @Nullable
    Integer pixels(String name) {
        return value(
                name,
                "a whole number of pixels",
                n -> isWhole(n) && n.canConvertToInt() && n.asInt() >= 0 ? n.asInt() : null);
    }

    /** 5 and 5.0 are one number, as in JSON Schema. */
    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() || node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble());
    }

    @Nullable
    Double number(String name) {
        return value(name, "a number", n -> n.isNumber() && Double.isFinite(n.asDouble()) ? n.asDouble() : null);
    }

    boolean flag(String name, boolean absent) {
        Boolean found = flag(name);
        return found == null ? absent : found;
    }

    @Nullable
    Boolean flag(String name) {
        return value(name, "true or false", n -> n.isBoolean() ? n.asBoolean() : null);
    }

    @Nullable
    Instant time(String name) {
        return value(name, "an RFC 3339 time, as 2026-12-01T12:00:00Z", n -> instant(n.asText()));
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        return value(
                name, "one of " + WireNames.of(type).all(), n -> n.isTextual() ? constant(type, n.asText()) : null);
    }

    <T> @Nullable T object(String name, Function<FieldReader, T> form) {
        return value(name, "an object", n -> n.isObject() ? nested(n, path + "/" + name, form) : null);
    }

    <T> List<T> list(String name, Function<FieldReader, @Nullable T> form) {
        List<T> items = new ArrayList<>();
        value(name, "a list", n -> {
            if (!n.isArray()) {
                return null;
            }
            if (n.size() > LONGEST_LIST) {
                fail(name, n.size() + " items", "at most " + LONGEST_LIST + " items");
                return n;
            }
            for (int i = 0; i < n.size(); i++) {
                String at = path + "/" + name + "/" + i;
                if (!n.get(i).isObject()) {
                    violations.add(Violation.of(Reason.SCHEMA_INVALID, at, shown(n.get(i)), "an object"));
                    continue;
                }
                T item = nested(n.get(i), at, form);
                if (item != null) {
                    items.add(item);
                }
            }
            return n;
        });
        return items;
    }

    /** Strings in their order, each once. */
    List<String> texts(String name) {
        return items(name, "a list of at most " + LONGEST_LIST + " strings", n -> n.isTextual() ? n.asText() : null);
    }

    <E extends Enum<E>> List<E> listOf(String name, Class<E> type) {
        return items(
                name, "a list of " + WireNames.of(type).all(), n -> n.isTextual() ? constant(type, n.asText()) : null);
    }

    private <T> List<T> items(String name, String allowed, Function<JsonNode, @Nullable T> form) {
        Set<T> items = new LinkedHashSet<>();
        value(name, allowed, n -> {
            if (!n.isArray() || n.size() > LONGEST_LIST) {
                return null;
            }
            for (JsonNode item : n) {
                T read = form.apply(item);
                if (read == null) {
                    return null;
                }
                items.add(read);
            }
            return n;
        });
        return List.copyOf(items);
    }

    @Nullable
    String required(String name) {
        String text = text(name);
        if ((text == null || text.isBlank()) && !broken(name)) {
            violations.add(Violation.of(Reason.SCHEMA_INVALID, path + "/" + name, "nothing", "a string"));
        }
        return text;
    }

    void fail(String name, @Nullable Object found, String allowed) {
        violations.add(Violation.of(Reason.SCHEMA_INVALID, path + "/" + name, found, allowed));
    }

    private boolean broken(String name) {
        return violations.stream().anyMatch(v -> v.field().equals(path + "/" + name));
    }

    private <T> T nested(JsonNode n, String at, Function<FieldReader, T> form) {
        FieldReader reader = new FieldReader(n, at, violations, warnings);
        T value = form.apply(reader);
        reader.end();
        return value;
    }

    /** Warns of every field that was not read. */
    void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                warnings.add(Violation.of(
                        Reason.UNKNOWN_FIELD,
                        path + "/" + escaped,
                        shown(node.get(name)),
                        warnings.size() < MOST_EXPLAINED ? Nearest.of(name, read) : null));
            }
        });
    }

    private <T> @Nullable T value(String name, String allowed, Function<JsonNode, @Nullable T> form) {
        read.add(name);
        JsonNode found = node.get(name);
        if (found == null || found.isNull()) {
            return null;
        }
        T value = form.apply(found);
        if (value == null) {
            violations.add(Violation.of(Reason.SCHEMA_INVALID, path + "/" + name, shown(found), allowed));
        }
        return value;
    }

    private static String shown(JsonNode found) {
        String text = found.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String wire) {
        Object found = WireNames.of(type).constant(wire);
        return found == null ? null : type.cast(found);
    }
}
