package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All keys that are known at one moment. Immutable.
 *
 * @param byId the keys of the file
 * @param limits of the file's tenants
 * @param configured holders by the SHA-256 of a whole key: keys of the configuration, for development
 */
record KeyRing(Map<String, ApiKey> byId, Map<TenantId, TenantLimits> limits, Map<String, KeyHolder> configured) {
    private static final KeyRing EMPTY = new KeyRing(Map.of(), Map.of(), Map.of());

    KeyRing {
        byId = Map.copyOf(byId);
        limits = Map.copyOf(limits);
        configured = Map.copyOf(configured);
    }

    /** What a key text turns out to be. */
    sealed interface Found {
        record Known(KeyHolder holder) implements Found {}

        record Expired(Instant since) implements Found {}

        record Unknown() implements Found {}
    }

    static KeyRing of(List<ApiKey> keys, Map<TenantId, TenantLimits> limits) {
        Map<String, ApiKey> byId = new HashMap<>();
        keys.forEach(key -> byId.put(key.id(), key));
        return new KeyRing(byId, limits, Map.of());
    }

    static KeyRing empty() {
        return EMPTY;
    }

    /** The same ring with the configuration's keys. */
    KeyRing with(Map<String, String> tenantsByHash) {
        Map<String, KeyHolder> holders = new HashMap<>();
        tenantsByHash.forEach((hash, name) -> {
            TenantId tenant = new TenantId(name);
            holders.put(hash.toLowerCase(Locale.ROOT), new KeyHolder(tenant, "configured", Scope.openTo(tenant), null));
        });
        return new KeyRing(byId, limits, holders);
    }

    Found find(String text, Instant now) {
        String[] parts = text.split("_", 3);
        ApiKey key = parts.length == 3 && text.startsWith(MintedKey.PREFIX) ? byId.get(parts[1]) : null;
        if (key != null && key.opensWith(parts[2])) {
            return key.isLive(now)
                    ? new Found.Known(new KeyHolder(
                            key.tenant(),
                            key.id(),
                            key.scopes(),
                            limits.getOrDefault(key.tenant(), TenantLimits.UNSAID)))
                    : new Found.Expired(key.expires() == null ? now : key.expires());
        }
        KeyHolder holder =
                configured.isEmpty() ? null : configured.get(Json.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return holder == null ? new Found.Unknown() : new Found.Known(holder);
    }
}
