package dev.callsheet.routing.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a policy, or refuses it as a whole: an unknown, missing or impossible value is named. */
public final class PolicyFile {
    private static final String BUILT_IN = "/policy.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PolicyFile() {}

    /** The file's policy, or the built-in one. @throws PolicyRefused if there is no readable, possible policy */
    public static PolicyEdition load(Optional<Path> file) {
        return file.isPresent() ? load(file.get()) : read(builtIn());
    }

    /** @throws PolicyRefused if the file cannot be read or is no possible policy */
    public static PolicyEdition load(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new PolicyRefused("cannot be read: " + file, e);
        }
    }

    /** @throws PolicyRefused if the bytes are no possible policy */
    public static PolicyEdition read(byte[] bytes) {
        ObjectNode fields = mapping(bytes);
        if (fields.has("hash")) {
            throw new PolicyRefused("'hash' is computed, it does not stand in the file", null);
        }
        JsonNode tenants = fields.remove("tenants");
        fields.put("hash", Json.sha256(bytes));
        Map<TenantId, Policy> differing = new HashMap<>();
        if (tenants != null && !tenants.isNull()) {
            if (!tenants.isObject()) {
                throw new PolicyRefused("tenants: expected a mapping of tenant names", null);
            }
            tenants.properties()
                    .forEach(tenant -> differing.put(
                            tenant(tenant.getKey()),
                            policy(
                                    merged(fields, tenant.getValue(), "tenants." + tenant.getKey()),
                                    tenant.getKey() + ": ")));
        }
        return new PolicyEdition(policy(fields, ""), differing);
    }

    /** The bytes of the policy that comes with the product. */
    public static byte[] builtIn() {
        try (InputStream resource = PolicyFile.class.getResourceAsStream(BUILT_IN)) {
            if (resource == null) {
                throw new PolicyRefused("missing resource " + BUILT_IN, null);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new PolicyRefused("cannot be read: " + BUILT_IN, e);
        }
    }

    private static ObjectNode mapping(byte[] bytes) {
        try {
            if (YAML.readTree(bytes) instanceof ObjectNode fields) {
                return fields;
            }
            throw new PolicyRefused("expected a YAML mapping", null);
        } catch (JsonProcessingException e) {
            throw new PolicyRefused(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PolicyRefused("not readable as YAML", e);
        }
    }

    private static TenantId tenant(String name) {
        try {
            return new TenantId(name);
        } catch (IllegalArgumentException e) {
            throw new PolicyRefused("tenants: '" + name + "' is no tenant's name", e);
        }
    }

    private static Policy policy(ObjectNode fields, String whose) {
        try {
            return YAML.treeToValue(fields, Policy.class);
        } catch (JsonProcessingException e) {
            throw new PolicyRefused(whose + PolicyFault.told(e), e);
        }
    }

    /** Mappings are merged, everything else is replaced; what the whole does not know is no difference of it. */
    private static ObjectNode merged(ObjectNode whole, JsonNode difference, String path) {
        if (!difference.isObject()) {
            throw new PolicyRefused(path + ": expected a mapping", null);
        }
        ObjectNode merged = whole.deepCopy();
        difference.properties().forEach(field -> {
            JsonNode old = merged.get(field.getKey());
            if (old == null || field.getKey().equals("hash") || field.getKey().equals("version")) {
                throw new PolicyRefused(path + "." + field.getKey() + ": no key that may differ for a tenant", null);
            }
            boolean nested = old instanceof ObjectNode && field.getValue().isObject();
            merged.set(
                    field.getKey(),
                    nested
                            ? merged((ObjectNode) old, field.getValue(), path + "." + field.getKey())
                            : field.getValue());
        });
        return merged;
    }
}
