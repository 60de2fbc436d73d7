package dev.callsheet.twin.chat;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
        return new WebApplicationException(
                body(status, "invalid_request_error", message, param, code).build());
    }

    /** 429 with {@code Retry-After}. */
    static WebApplicationException limited(Duration retryAfter) {
        return new WebApplicationException(
                body(429, "requests", "Rate limit reached for requests", null, "rate_limit_exceeded")
                        .header("Retry-After", Math.max(1, retryAfter.toSeconds()))
                        .build());
    }

    /** 500. */
    static WebApplicationException failed() {
        return new WebApplicationException(
                body(500, "server_error", "The server had an error while processing your request", null, null)
                        .build());
    }

    private static Response.ResponseBuilder body(
            int status, String type, String message, @Nullable String param, @Nullable String code) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", param);
        error.put("code", code);
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Map.of("error", error));
    }
}
