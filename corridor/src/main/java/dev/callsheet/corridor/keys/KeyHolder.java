package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.TenantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose key a call carries.
 *
 * @param keyId the public part of the key, fit for logs
 * @param limits null for a key of the configuration, which is for development and has none
 */
public record KeyHolder(
        TenantId tenant,
        String keyId,
        Set<Scope> scopes,
        @Nullable TenantLimits limits) {
    public KeyHolder {
        scopes = Set.copyOf(scopes);
    }
}
