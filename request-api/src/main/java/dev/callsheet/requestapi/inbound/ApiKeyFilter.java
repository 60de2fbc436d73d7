package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Nobody gets at {@code /v1} without a known key, in {@code X-API-Key} or as {@code Authorization: Bearer}. */
@Singleton
class ApiKeyFilter {
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final Caller caller;

    ApiKeyFilter(ApiKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext call) {
        if (!call.getUriInfo().getPath().startsWith("/v1/")) {
            return;
        }
        String key = key(call.getHeaderString("X-API-Key"), call.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (key == null) {
            throw new ProblemException(Problem.of(
                    401, "auth.missing", "An API key is needed", "Send it as X-API-Key, or as Authorization: Bearer."));
        }
        caller.is(keys.tenantOf(key)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        401, "auth.unknown_key", "The API key is not known", "Check the key, or ask for one."))));
    }

    private static @Nullable String key(@Nullable String apiKey, @Nullable String authorization) {
        if (apiKey != null && !apiKey.isBlank()) {
            return apiKey.strip();
        }
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            String key = authorization.substring(BEARER.length()).strip();
            return key.isEmpty() ? null : key;
        }
        return null;
    }
}
