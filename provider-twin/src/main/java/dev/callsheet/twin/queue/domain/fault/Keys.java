package dev.callsheet.twin.queue.domain.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An object of a script whose keys are taken one by one; each message names the key with its path. */
final class Keys {

    private static final int MOST_SHOWN = 80;

    private final String path;
    private final JsonNode node;

    /** @throws BadScript if the object has a key that is not allowed */
    Keys(String path, JsonNode node, Set<String> allowed) {
        this.path = path;
        this.node = node;
        for (var entry : node.properties()) {
            if (!allowed.contains(entry.getKey())) {
                throw new BadScript(
                        at(entry.getKey()),
                        shown(entry.getValue()),
                        "one of " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Optional<String> text(String key) {
        return value(key).map(value -> {
            if (!value.isTextual() || value.asText().isBlank()) {
                throw new BadScript(at(key), shown(value), "a text");
            }
            return value.asText();
        });
    }

    Optional<Long> number(String key, long least, long most) {
        return value(key).map(value -> whole(key, value, least, most));
    }

    long whole(String key, JsonNode value, long least, long most) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw new BadScript(
                    at(key), shown(value), most == Long.MAX_VALUE ? "a whole number" : "a whole number to " + most);
        }
        return value.asLong();
    }

    Optional<Double> share(String key) {
        return value(key).map(value -> {
            if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1)) {
                throw new BadScript(at(key), shown(value), "a number from 0 to 1");
            }
            return value.asDouble();
        });
    }

    Optional<Duration> length(String key) {
        return value(key)
                .map(value -> Length.parse(value.asText())
                        .orElseThrow(() -> new BadScript(at(key), shown(value), Length.ALLOWED)));
    }

    Optional<JsonNode> value(String key) {
        return Optional.ofNullable(node.get(key));
    }

    static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        var text = value.toString();
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    }
}
