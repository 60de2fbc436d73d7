package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and checks a body of {@code POST /v1/sessions/token} in the order in which the product reports its faults. */
final class TokenReader {
    /** The only avatar of the sandbox. */
    static final String SANDBOX_AVATAR = "dd73ea75-1218-4ef3-92ce-606d5f7fbc0a";

    private static final Set<String> QUALITIES = Set.of("very_high", "high", "medium", "low");
    private static final Set<String> ENCODINGS = Set.of("H264", "VP8");
    private static final Set<String> INTERACTIVITIES = Set.of("CONVERSATIONAL", "PUSH_TO_TALK");

    private TokenReader() {}

    static LiveOrder read(String body, ObjectMapper json) {
        JsonNode order = object(body, json);
        Mode mode = mode(order.path("mode").asText(""));
        String avatar = avatar(order);
        boolean sandbox = flag(order);
        if (sandbox && !avatar.equals(SANDBOX_AVATAR)) {
            throw Refused.field("value_error", "avatar_id", "The sandbox has one avatar: " + SANDBOX_AVATAR);
        }
        oneOf(order.path("video_settings").path("quality"), QUALITIES, "quality");
        oneOf(order.path("video_settings").path("encoding"), ENCODINGS, "encoding");
        Duration asked = length(order);
        return switch (mode) {
            case LITE -> new LiveOrder(mode, avatar, sandbox, asked, null, room(order.path("livekit_config")));
            case FULL -> new LiveOrder(mode, avatar, sandbox, asked, persona(order), null);
        };
    }

    /** CUSTOM is what LITE was called before. */
    private static Mode mode(String word) {
        return switch (word) {
            case "FULL" -> Mode.FULL;
            case "LITE", "CUSTOM" -> Mode.LITE;
            default -> throw Refused.field("literal_error", "mode", "Input should be 'FULL' or 'LITE'");
        };
    }

    private static Persona persona(JsonNode order) {
        JsonNode persona = order.path("avatar_persona");
        if (!persona.isObject()) {
            throw Refused.field(
                    "value_error", "FULL", "Value error, Provide exactly one of avatar_persona or voice_agent");
        }
        JsonNode interactivity = order.path("interactivity_type");
        oneOf(interactivity, INTERACTIVITIES, "interactivity_type");
        return new Persona(
                uuid(persona.path("voice_id"), "voice_id"),
                uuid(persona.path("context_id"), "context_id"),
                persona.path("language").asText("en"),
                // At the top level only: anywhere else the product ignores it without a word.
                uuid(order.path("llm_configuration_id"), "llm_configuration_id"),
                interactivity.asText().equals("PUSH_TO_TALK"));
    }

    private static @Nullable RoomOrder room(JsonNode config) {
        if (!config.isObject()) {
            return null;
        }
        return new RoomOrder(
                needed(config, "livekit_url"), needed(config, "livekit_room"), needed(config, "livekit_client_token"));
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
        String avatar = uuid(order.path("avatar_id"), "avatar_id");
        if (avatar == null) {
            throw Refused.field("missing", "avatar_id", "Field required");
        }
        return avatar;
    }

    private static @Nullable String uuid(JsonNode field, String name) {
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(field.asText()).toString();
        } catch (IllegalArgumentException e) {
            throw Refused.field("uuid_parsing", name, "Input should be a valid UUID");
        }
    }

    private static String needed(JsonNode object, String name) {
        String value = object.path(name).asText("");
        if (value.isEmpty()) {
            throw Refused.field("missing", name, "Field required");
        }
        return value;
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

    private static @Nullable Duration length(JsonNode order) {
        JsonNode field = order.path("max_session_duration");
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isIntegralNumber()) {
            throw Refused.field("int_type", "max_session_duration", "Input should be a valid integer");
        }
        if (field.asLong() < 1) {
            throw Refused.field("greater_than", "max_session_duration", "Input should be greater than 0");
        }
        return Duration.ofSeconds(field.asLong());
    }
}
