package dev.callsheet.routing.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callsheet.contracts.Json;
import dev.callsheet.routing.decision.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a policy, or refuses it as a whole: an unknown, missing or impossible value is named. */
public final class PolicyFile {
    private static final String BUILT_IN = "/policy.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PolicyFile() {}

    /** The file's policy, or the built-in one. @throws PolicyRefused if there is no readable, possible policy */
    public static Policy load(Optional<Path> file) {
        try {
            return file.isPresent() ? read(Files.readAllBytes(file.get())) : builtIn();
        } catch (IOException e) {
            throw new PolicyRefused(
                    "cannot be read: " + file.map(Path::toString).orElse(BUILT_IN), e);
        }
    }

    /** @throws PolicyRefused if the bytes are no possible policy */
    public static Policy read(byte[] bytes) {
        try {
            JsonNode tree = YAML.readTree(bytes);
            if (!(tree instanceof ObjectNode fields) || fields.has("hash")) {
                throw new PolicyRefused("expected a YAML mapping without the key 'hash'", null);
            }
            fields.put("hash", Json.sha256(bytes));
            return YAML.treeToValue(fields, Policy.class);
        } catch (JsonProcessingException e) {
            throw new PolicyRefused(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PolicyRefused("not readable as YAML", e);
        }
    }

    private static Policy builtIn() throws IOException {
        try (InputStream resource = PolicyFile.class.getResourceAsStream(BUILT_IN)) {
            if (resource == null) {
                throw new IOException("missing resource " + BUILT_IN);
            }
            return read(resource.readAllBytes());
        }
    }
}
