package dev.callsheet.twin.chat;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The key of the OpenAI-style endpoints, and their form of an error. */
@Singleton
public class ApiKey {
    private final LlmSettings settings;

    ApiKey(LlmSettings settings) {
        this.settings = settings;
    }

    /** Answers 401 unless this is {@code Bearer} and the key. */
    public void check(@Nullable String authorization) {
        if (!("Bearer " + settings.key()).equals(authorization)) {
            throw error(401, "Incorrect API key provided", null, "invalid_api_key");
        }
    }

    /** An error answer; {@code param} is the field at fault. */
    public static WebApplicationException error(int status, String message, @Nullable String param, String code) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("message", message);
        error.put("type", "invalid_request_error");
        error.put("param", param);
        error.put("code", code);
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(java.util.Map.of("error", error))
                .build());
    }
}
