package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** A checked body of {@code POST /v1/sessions/token}. */
record TokenOrder(String avatarId, boolean sandbox, Duration length) {
    /** The only avatar of the sandbox. */
    static final String SANDBOX_AVATAR = "dd73ea75-1218-4ef3-92ce-606d5f7fbc0a";

    private static final Set<String> QUALITIES = Set.of("very_high", "high", "medium", "low");
    private static final Set<String> ENCODINGS = Set.of("H264", "VP8");

    /** Reads and checks the body in the order in which the product reports its faults. */
    static TokenOrder read(String body, ObjectMapper json, LiveSettings settings) {
        JsonNode order = object(body, json);
        String mode = order.path("mode").asText("");
        if (mode.equals("FULL")) {
            throw Refused.field("value_error", "mode", "This twin runs LITE mode only");
        }
        if (!mode.equals("LITE") && !mode.equals("CUSTOM")) {
            throw Refused.field("literal_error", "mode", "Input should be 'FULL' or 'LITE'");
        }
        String avatar = avatar(order);
        boolean sandbox = flag(order);
        if (sandbox && !avatar.equals(SANDBOX_AVATAR)) {
            throw Refused.field("value_error", "avatar_id", "The sandbox has one avatar: " + SANDBOX_AVATAR);
        }
        oneOf(order.path("video_settings").path("quality"), QUALITIES, "quality");
        oneOf(order.path("video_settings").path("encoding"), ENCODINGS, "encoding");
        return new TokenOrder(avatar, sandbox, sandbox ? settings.sandboxDuration() : length(order, settings));
    }

    private static JsonNode object(String body, ObjectMapper json) {
        try {
            JsonNode read = json.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw Refused.field("json_invalid", "0", "JSON decode error");
        }
        throw Refused.field("model_attributes_type", "0", "Input should be a valid dictionary");
    }

    private static String avatar(JsonNode order) {
        JsonNode field = order.path("avatar_id");
        if (field.isMissingNode() || field.isNull()) {
            throw Refused.field("missing", "avatar_id", "Field required");
        }
        try {
            return UUID.fromString(field.asText()).toString();
        } catch (IllegalArgumentException e) {
            throw Refused.field("uuid_parsing", "avatar_id", "Input should be a valid UUID");
        }
    }

    private static boolean flag(JsonNode order) {
        JsonNode field = order.path("is_sandbox");
        if (!field.isMissingNode() && !field.isBoolean()) {
            throw Refused.field("bool_type", "is_sandbox", "Input should be a valid boolean");
        }
        return field.asBoolean(false);
    }

    private static void oneOf(JsonNode field, Set<String> allowed, String name) {
        if (!field.isMissingNode() && !allowed.contains(field.asText())) {
            throw Refused.field("enum", name, "Input should be one of " + allowed);
        }
    }

    private static Duration length(JsonNode order, LiveSettings settings) {
        JsonNode field = order.path("max_session_duration");
        if (field.isMissingNode() || field.isNull()) {
            return settings.maxDuration();
        }
        long seconds = field.asLong(0);
        if (seconds < 1 || seconds > settings.maxDuration().toSeconds()) {
            throw Refused.field(
                    "less_than_equal",
                    "max_session_duration",
                    "Input should be from 1 to " + settings.maxDuration().toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }
}
