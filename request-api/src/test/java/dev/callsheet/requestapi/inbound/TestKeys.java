package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.corridor.keys.MintedKey;
import dev.callsheet.corridor.keys.Scope;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key file as an operator would mount it. */
public class TestKeys implements QuarkusTestResourceLifecycleManager {
    static final String FILE = "callsheet.keys.file";

    private final Map<String, Object> tenants = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    @Override
    public Map<String, String> start() {
        tenant("reader", Map.of(), Scope.REQUESTS_READ);
        tenant("slow", Map.of("writesPerSecond", 1, "writeBurst", 3), Scope.REQUESTS_WRITE, Scope.REQUESTS_READ);
        tenant("small", Map.of("requestsPerDay", 4), Scope.REQUESTS_WRITE, Scope.REQUESTS_READ);
        tenant("operators", Map.of(), Scope.OPERATORS_READ, Scope.OPERATORS_WRITE);
        try {
            Path file = Files.createTempFile("keys", ".json");
            Files.write(file, Json.write(Map.of("tenants", tenants)));
            texts.put(FILE, file.toString());
            texts.put("callsheet.keys.look-again", "200ms");
            texts.put("callsheet.bodies.time", "3s");
            texts.put("callsheet.characters.look-again", "200ms");
            texts.put("callsheet.webhooks.hosts", "127.0.0.1");
            texts.put("callsheet.webhooks.look-again", "50ms");
            texts.put("callsheet.webhooks.clear-every", "100ms");
            texts.put("callsheet.webhooks.timeout", "3s");
            texts.put("callsheet.webhooks.connect-timeout", "500ms");
            texts.put("callsheet.webhooks.per-endpoint", "2");
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tenant(String name, Map<String, Object> limits, Scope... scopes) {
        MintedKey key = MintedKey.mint(new SecureRandom());
        texts.put("test.key." + name, key.text());
        tenants.put(
                name,
                Map.of("keys", List.of(Json.mapper().convertValue(entry(key, scopes), Map.class)), "limits", limits));
    }

    static Object entry(MintedKey key, Scope... scopes) {
        return Json.read(key.entry(scopes).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(Path.of(texts.get(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
