package dev.callsheet.corridor.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key file: JSON, {@code {"tenants": {"<tenant>": {"keys": [{"id", "sha256", "scopes", "expires"}], "limits": {...}}}}}.
 * It holds as a whole or not at all.
 */
final class KeyFile {
    private static final int MOST_LIVE = 2;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Instant now;
    private final List<ApiKey> keys = new ArrayList<>();
    private final Map<TenantId, TenantLimits> limits = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private KeyFile(Instant now) {
        this.now = now;
    }

    /** @param now decides which keys are live, and so how many. @throws KeysRefused if anything in it is wrong */
    static KeyRing read(byte[] file, Instant now) {
        JsonNode root;
        try {
            root = Json.read(file);
        } catch (UnreadableEvent e) {
            throw new KeysRefused("the key file is not JSON: " + e.getMessage());
        }
        only(root, "", Set.of("tenants"));
        KeyFile reading = new KeyFile(now);
        object(root.path("tenants"), "/tenants")
                .properties()
                .forEach(tenant -> reading.tenant(tenant.getKey(), tenant.getValue()));
        return KeyRing.of(reading.keys, reading.limits);
    }

    private void tenant(String name, JsonNode entry) {
        String at = "/tenants/" + name;
        only(entry, at, Set.of("keys", "limits"));
        TenantId tenant;
        try {
            tenant = new TenantId(name);
        } catch (IllegalArgumentException e) {
            throw new KeysRefused(at + ": " + e.getMessage());
        }
        if (!entry.path("keys").isArray()) {
            throw new KeysRefused(at + "/keys: a list of keys is needed");
        }
        int live = 0;
        for (JsonNode key : entry.path("keys")) {
            ApiKey read = key(tenant, key, at + "/keys");
            keys.add(read);
            live += read.isLive(now) ? 1 : 0;
        }
        if (live > MOST_LIVE) {
            throw new KeysRefused(at + "/keys: found " + live + " live keys; allowed are " + MOST_LIVE
                    + ", the old and the new one of a rotation. Let one expire.");
        }
        limits.put(tenant, entry.has("limits") ? limits(entry.get("limits"), at + "/limits") : TenantLimits.UNSAID);
    }

    private ApiKey key(TenantId tenant, JsonNode key, String at) {
        only(key, at, Set.of("id", "sha256", "scopes", "expires", "note"));
        String id = matching(key, "id", ID, at);
        if (!ids.add(id)) {
            throw new KeysRefused(at + ": the id '" + id + "' stands twice");
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (JsonNode scope : key.path("scopes")) {
            scopes.add(Scope.of(scope.asText())
                    .orElseThrow(
                            () -> new KeysRefused(at + "/" + id + "/scopes: '" + scope.asText() + "' is not a scope")));
        }
        if (scopes.isEmpty()) {
            throw new KeysRefused(at + "/" + id + "/scopes: a list with at least one scope is needed");
        }
        if (!Scope.openTo(tenant).containsAll(scopes)) {
            throw new KeysRefused(at + "/" + id + "/scopes: operators:read and operators:write belong to keys of the"
                    + " tenant '" + Scope.OPERATORS + "', which has no others");
        }
        return new ApiKey(id, tenant, matching(key, "sha256", SHA256, at), scopes, time(key, at + "/" + id));
    }

    private static TenantLimits limits(JsonNode node, String at) {
        only(node, at, Set.of("writesPerSecond", "writeBurst", "readsPerSecond", "requestsPerDay"));
        return new TenantLimits(
                positive(node, "writesPerSecond", at),
                positive(node, "writeBurst", at),
                positive(node, "readsPerSecond", at),
                positive(node, "requestsPerDay", at));
    }

    private static @Nullable Long positive(JsonNode node, String name, String at) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
            throw new KeysRefused(at + "/" + name + ": a whole number from 1 is needed");
        }
        return value.asLong();
    }

    private static @Nullable Instant time(JsonNode key, String at) {
        if (!key.has("expires")) {
            return null;
        }
        try {
            return Instant.parse(key.get("expires").asText());
        } catch (DateTimeException e) {
            throw new KeysRefused(at + "/expires: a time as 2027-01-01T00:00:00Z is needed");
        }
    }

    private static String matching(JsonNode key, String name, Pattern form, String at) {
        String value = key.path(name).asText();
        if (!form.matcher(value).matches()) {
            throw new KeysRefused(at + ": a key's '" + name + "' must be " + form.pattern());
        }
        return value;
    }

    private static JsonNode object(JsonNode node, String at) {
        if (!node.isObject()) {
            throw new KeysRefused((at.isEmpty() ? "the key file" : at) + ": an object is needed");
        }
        return node;
    }

    private static void only(JsonNode node, String at, Set<String> allowed) {
        object(node, at).fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new KeysRefused(at + "/" + name + ": not a field; allowed are "
                        + allowed.stream().sorted().toList());
            }
        });
    }
}
