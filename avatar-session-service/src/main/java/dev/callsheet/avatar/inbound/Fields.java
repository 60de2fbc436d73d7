package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One JSON object, read field by field: what is wrong is collected, one violation a field, instead of stopping. */
final class Fields {
    private final JsonNode json;
    private final String path;
    private final List<Violation> wrong;
    private final Set<String> known = new TreeSet<>();

    private Fields(JsonNode json, String path, List<Violation> wrong) {
        this.json = json;
        this.path = path;
        this.wrong = wrong;
    }

    /** @throws Refused 400 if the body is not a JSON object */
    static Fields of(byte[] body) {
        try {
            JsonNode json = Json.read(body);
            if (json.isObject()) {
                return new Fields(json, "", new ArrayList<>());
            }
        } catch (UnreadableEvent e) {
            throw new Refused(
                    Problem.of(400, "request.unreadable", "The body is not JSON", String.valueOf(e.getMessage())));
        }
        throw new Refused(Problem.of(400, "request.unreadable", "The body is not a JSON object", "Send an object."));
    }

    /** As {@link #of}; no body is an empty object. */
    static Fields ofOptional(byte @Nullable [] body) {
        return of(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
    }

    JsonNode json() {
        return json;
    }

    boolean has(String name) {
        return !json.path(name).isMissingNode() && !json.path(name).isNull();
    }

    @Nullable
    String text(String name, int longest) {
        String allowed = "text of 1 to " + longest + " characters";
        return value(name, allowed, n -> n.isTextual() && isText(n.asText(), longest) ? n.asText() : null);
    }

    @Nullable
    UUID uuid(String name) {
        return value(name, "a UUID", n -> n.isTextual() ? uuid(n) : null);
    }

    @Nullable
    Boolean flag(String name) {
        return value(name, "true or false", n -> n.isBoolean() ? n.asBoolean() : null);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    @Nullable
    Long whole(String name, long least, long most) {
        String allowed = "a whole number from " + least + " to " + most;
        return ranged(
                name,
                allowed,
                n -> n.isIntegralNumber() && n.asLong() >= least && n.asLong() <= most
                        ? Long.valueOf(n.asLong())
                        : null);
    }

    /** Dollars as micros of US dollars. */
    @Nullable
    Long micros(String name, long mostDollars) {
        return ranged(name, "a number above 0, at most " + mostDollars, n -> {
            if (!n.isNumber()) {
                return null;
            }
            long micros = n.decimalValue().movePointRight(6).longValue();
            return micros > 0 && micros <= mostDollars * 1_000_000 ? micros : null;
        });
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String allowed =
                Arrays.stream(type.getEnumConstants()).map(Fields::word).collect(Collectors.joining(", "));
        return value(
                name,
                allowed,
                n -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word(constant).equals(n.asText()))
                        .findFirst()
                        .orElse(null));
    }

    /** @param allowed what an item must match, in words */
    List<String> texts(String name, int most, Function<String, Boolean> right, String allowed) {
        List<String> found = value(
                name,
                "a list of at most " + most,
                n -> !n.isArray() || n.size() > most
                        ? null
                        : IntStream.range(0, n.size())
                                .mapToObj(i -> item(name + "/" + i, n.get(i), right, allowed))
                                .toList());
        return found == null ? List.of() : found;
    }

    /** Reads a nested object; null if there is none. */
    <T> @Nullable T object(String name, Function<Fields, T> form) {
        return value(name, "an object", n -> n.isObject() ? nested(n, name, form) : null);
    }

    /** Hands a field to whoever can read it and adds what that found wrong. */
    @Nullable
    JsonNode given(String name) {
        known.add(name);
        return has(name) ? json.path(name) : null;
    }

    void add(List<Violation> violations) {
        wrong.addAll(violations);
    }

    void missing(String name, String allowed) {
        wrong.add(new Violation("field.missing", path + "/" + name, null, allowed, null));
    }

    void refuse(String name, String found, String allowed) {
        wrong.add(new Violation("field.form", path + "/" + name, found, allowed, null));
    }

    boolean clean() {
        return wrong.isEmpty();
    }

    /** Call it last: what nobody asked for is wrong too. @throws Refused 422 with all that is wrong */
    void check() {
        refuseUnknown();
        if (!wrong.isEmpty()) {
            throw Refused.fields(wrong);
        }
    }

    private void refuseUnknown() {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong.add(new Violation("field.unknown", path + "/" + name, null, String.join(", ", known), null));
            }
        });
    }

    private <T> T nested(JsonNode node, String name, Function<Fields, T> form) {
        var inner = new Fields(node, path + "/" + name, wrong);
        T read = form.apply(inner);
        inner.refuseUnknown();
        return read;
    }

    private String item(String at, JsonNode item, Function<String, Boolean> right, String allowed) {
        if (!item.isTextual() || !right.apply(item.asText())) {
            wrong.add(new Violation("field.form", path + "/" + at, item.toString(), allowed, null));
        }
        return item.asText();
    }

    private <T> @Nullable T value(String name, String allowed, Function<JsonNode, @Nullable T> form) {
        return value("field.form", name, allowed, form);
    }

    private <T> @Nullable T ranged(String name, String allowed, Function<JsonNode, @Nullable T> form) {
        return value("field.range", name, allowed, form);
    }

    private <T> @Nullable T value(String code, String name, String allowed, Function<JsonNode, @Nullable T> form) {
        known.add(name);
        if (!has(name)) {
            return null;
        }
        T read = form.apply(json.path(name));
        if (read == null) {
            wrong.add(new Violation(code, path + "/" + name, shown(json.path(name)), allowed, null));
        }
        return read;
    }

    private static String shown(JsonNode found) {
        String text = found.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "... (" + text.length() + " characters)";
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static @Nullable UUID uuid(JsonNode field) {
        try {
            return UUID.fromString(field.asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
