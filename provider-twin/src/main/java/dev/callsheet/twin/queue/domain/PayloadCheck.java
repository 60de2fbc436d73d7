package dev.callsheet.twin.queue.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a payload against a model's fields. Unknown keys pass: what the provider does with them is not known. */
final class PayloadCheck {

    private PayloadCheck() {}

    /** What is wrong with the first field that does not fit, or empty. */
    static Optional<String> firstFault(Model model, JsonNode payload) {
        if (!payload.isObject()) {
            return Optional.of("payload must be an object");
        }
        for (var field : model.fields()) {
            var fault = fault(field, payload.get(field.name()));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(Field field, @Nullable JsonNode value) {
        if (value == null
                || value.isNull()
                || (field.required() && value.isTextual() && value.asText().isBlank())) {
            return field.required() ? Optional.of("missing required field '" + field.name() + "'") : Optional.empty();
        }
        return switch (field.type()) {
            case STRING -> text(field, value);
            case INTEGER -> number(field, value);
            case BOOLEAN -> value.isBoolean() ? Optional.empty() : wrong(field, value, "true or false");
            case ENUM ->
                value.isTextual() && field.options().contains(value.asText())
                        ? Optional.empty()
                        : wrong(field, value, field.description());
            case IMAGE, VIDEO, AUDIO -> isUrl(value) ? Optional.empty() : wrong(field, value, "an http(s) URL");
            case IMAGE_LIST, VIDEO_LIST -> urls(field, value);
            case ARRAY -> value.isArray() && !value.isEmpty() ? Optional.empty() : wrong(field, value, "a list");
            case OBJECT -> value.isObject() ? Optional.empty() : wrong(field, value, "an object");
        };
    }

    private static Optional<String> text(Field field, JsonNode value) {
        if (!value.isTextual()) {
            return wrong(field, value, "a text");
        }
        boolean tooLong = field.max() != null && value.asText().length() > field.max();
        return tooLong
                ? Optional.of("'" + field.name() + "' has " + value.asText().length() + " characters, allowed are "
                        + field.max())
                : Optional.empty();
    }

    private static Optional<String> number(Field field, JsonNode value) {
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && (field.min() == null || value.asLong() >= field.min())
                && (field.max() == null || value.asLong() <= field.max());
        return fits ? Optional.empty() : wrong(field, value, "an integer from " + field.min() + " to " + field.max());
    }

    private static Optional<String> urls(Field field, JsonNode value) {
        if (!value.isArray()) {
            return wrong(field, value, "a list of http(s) URLs");
        }
        for (var entry : value) {
            if (!isUrl(entry)) {
                return wrong(field, entry, "http(s) URLs");
            }
        }
        return field.max() != null && value.size() > field.max()
                ? Optional.of("'" + field.name() + "' has " + value.size() + " entries, allowed are " + field.max())
                : Optional.empty();
    }

    private static boolean isUrl(JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        try {
            var uri = URI.create(value.asText());
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<String> wrong(Field field, JsonNode value, String allowed) {
        var shown = value.toString();
        return Optional.of("invalid value for '" + field.name() + "': "
                + (shown.length() > 80 ? shown.substring(0, 80) + "..." : shown) + ", expected " + allowed);
    }
}
