package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who calls: the account by its key, or one session by its token. Either where the other belongs is refused with 401. */
@Singleton
class Callers {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final LiveSettings settings;
    private final ObjectMapper json;

    Callers(Sessions sessions, LiveSettings settings, ObjectMapper json) {
        this.sessions = sessions;
        this.settings = settings;
        this.json = json;
    }

    void accountOnly(@Nullable String key) {
        if (!settings.key().equals(key)) {
            throw Refused.credentials();
        }
    }

    static String token(@Nullable String bearer) {
        if (bearer == null || !bearer.startsWith(BEARER)) {
            throw Refused.credentials();
        }
        return bearer.substring(BEARER.length()).trim();
    }

    /** The session that the account names in the body, or whose token it is. */
    LiveSession named(@Nullable String key, @Nullable String bearer, @Nullable String body) {
        if (key == null) {
            return sessions.ofToken(token(bearer)).orElseThrow(Refused::credentials);
        }
        accountOnly(key);
        String id = sessionId(body);
        if (id.isEmpty()) {
            throw Refused.field("missing", "session_id", "Field required");
        }
        return sessions.find(id).orElseThrow(Refused::unknownSession);
    }

    private String sessionId(@Nullable String body) {
        try {
            return body == null || body.isBlank()
                    ? ""
                    : json.readTree(body).path("session_id").asText("");
        } catch (JsonProcessingException e) {
            throw Refused.field("json_invalid", "0", "JSON decode error");
        }
    }
}
