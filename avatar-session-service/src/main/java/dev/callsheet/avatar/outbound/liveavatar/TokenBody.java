package dev.callsheet.avatar.outbound.liveavatar;

import dev.callsheet.avatar.domain.RoomPlace;
import dev.callsheet.avatar.domain.SessionOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/sessions/token}: which avatar, how long, and what its mode needs. */
final class TokenBody {
    private static final String DEFAULT_LANGUAGE = "en";

    private TokenBody() {}

    static Map<String, Object> lite(String avatar, SessionOrder order, Duration length, @Nullable RoomPlace place) {
        var body = common("LITE", avatar, order, length);
        if (place != null) {
            body.put(
                    "livekit_config",
                    Map.of(
                            "livekit_url", place.url(),
                            "livekit_room", place.room(),
                            "livekit_client_token", place.token()));
        }
        return body;
    }

    /** @param context without one the avatar would show itself and answer nothing */
    static Map<String, Object> full(String avatar, SessionOrder order, Duration length, String context) {
        var persona = new LinkedHashMap<String, Object>();
        persona.put("context_id", context);
        persona.put("language", language(order));
        if (order.voiceId() != null) {
            persona.put("voice_id", order.voiceId());
        }
        var body = common("FULL", avatar, order, length);
        body.put("avatar_persona", persona);
        body.put("interactivity_type", "CONVERSATIONAL");
        return body;
    }

    static String language(SessionOrder order) {
        return order.language() == null ? DEFAULT_LANGUAGE : order.language();
    }

    private static Map<String, Object> common(String mode, String avatar, SessionOrder order, Duration length) {
        var body = new LinkedHashMap<String, Object>();
        body.put("mode", mode);
        body.put("avatar_id", avatar);
        body.put("is_sandbox", order.sandbox());
        body.put("max_session_duration", Math.max(1, length.toSeconds()));
        body.put("video_settings", Map.of("quality", "high", "encoding", "VP8"));
        return body;
    }
}
