package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TenantId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Who calls: only the SHA-256 of a key is kept ({@code callsheet.api-keys."<sha256>"=<tenant>}). */
@Singleton
class ApiKeys {
    private static final String BEARER = "bearer ";

    private final Map<String, TenantId> tenants = new TreeMap<>();
    private final Caller caller;

    ApiKeys(Keys keys, Caller caller) {
        keys.tenants().forEach((hash, tenant) -> tenants.put(hash.toLowerCase(Locale.ROOT), new TenantId(tenant)));
        this.caller = caller;
    }

    /** The configuration: tenants by hash. */
    @ConfigMapping(prefix = "callsheet.api-keys")
    interface Keys {
        @WithParentName
        Map<String, String> tenants();
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
        TenantId tenant = tenants.get(Json.sha256(key.getBytes(StandardCharsets.UTF_8)));
        if (tenant == null) {
            throw new ProblemException(
                    Problem.of(401, "auth.unknown_key", "The API key is not known", "Check the key, or ask for one."));
        }
        caller.is(tenant);
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
