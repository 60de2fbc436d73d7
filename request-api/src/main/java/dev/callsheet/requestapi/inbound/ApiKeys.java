package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The known keys: only their SHA-256 is kept ({@code callsheet.api-keys."<sha256>"=<tenant>}). */
@ApplicationScoped
class ApiKeys {
    private final Map<String, TenantId> tenants = new HashMap<>();

    ApiKeys(Keys keys) {
        keys.tenants().forEach((hash, tenant) -> tenants.put(hash.toLowerCase(Locale.ROOT), new TenantId(tenant)));
    }

    /** The configuration: tenants by hash. */
    @ConfigMapping(prefix = "callsheet.api-keys")
    interface Keys {
        @WithParentName
        Map<String, String> tenants();
    }

    /** Whose key it is; empty for an unknown one. */
    Optional<TenantId> tenantOf(String key) {
        return Optional.ofNullable(tenants.get(Json.sha256(key.getBytes(StandardCharsets.UTF_8))));
    }
}
