package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TenantId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who calls: API keys are kept as their SHA-256 only ({@code callsheet.api-keys."<sha256>"=<tenant>}). */
@Singleton
class ApiKeys {
    private static final String BEARER = "Bearer ";

    private final Keys keys;

    ApiKeys(Keys keys) {
        this.keys = keys;
    }

    /** The configuration. */
    @ConfigMapping(prefix = "callsheet.api-keys")
    interface Keys {
        @WithParentName
        Map<String, String> tenants();
    }

    /** The tenant of {@code X-API-Key} or of {@code Authorization: Bearer}; without a known key a 401. */
    TenantId tenant(@Nullable String apiKey, @Nullable String authorization) {
        String key = apiKey;
        if (key == null && authorization != null && authorization.startsWith(BEARER)) {
            key = authorization.substring(BEARER.length()).strip();
        }
        if (key == null || key.isBlank()) {
            throw new Refused(Problem.of(
                    401, "auth.missing", "An API key is needed", "Send it as X-API-Key or as Authorization: Bearer."));
        }
        String tenant = keys.tenants().get(Json.sha256(key.getBytes(StandardCharsets.UTF_8)));
        if (tenant == null) {
            throw new Refused(Problem.of(401, "auth.unknown_key", "The API key is not known", "Check the key."));
        }
        return new TenantId(tenant);
    }
}
