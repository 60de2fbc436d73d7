package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.Database;
import dev.callsheet.chaos.machine.ObjectStore;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.Schema;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What each service is told of the others. */
record ServiceSettings(String bootstrapServers, Database database, ObjectStore store, String twin) {
    private static final String SEALING = "Y2FsbHNoZWV0IExPQ0FMIGtleSwgbm8gc2VjcmV0ISE=";

    Map<String, String> of(String module) {
        Map<String, String> all = new HashMap<>();
        all.put("kafka.bootstrap.servers", bootstrapServers);
        // A broker that is back is asked again at once.
        all.put("kafka.reconnect.backoff.max.ms", "1000");
        // People read these logs.
        all.put("quarkus.log.console.json.enabled", "false");
        switch (module) {
            case "request-api" -> {
                all.putAll(database.properties(Schema.REQUEST_API));
                all.putAll(store.properties());
                all.put("callsheet.media.hosts", "127.0.0.1");
                SteadyLoad.TENANTS.forEach(tenant -> key(all, tenant));
            }
            case "i2v-worker" -> worker(all, Schema.I2V);
            case "r2v-worker" -> worker(all, Schema.R2V);
            case "consistency-scorer" -> {
                all.putAll(store.properties());
                all.put("scorer.identity.master-key", SEALING);
            }
            case "avatar-session-service" -> {
                all.putAll(database.properties(Schema.AVATAR));
                all.put("callsheet.liveavatar.url", twin);
                all.put("callsheet.llm.url", twin + "/v1");
                all.put("callsheet.speech.url", twin + "/v1");
                SteadyLoad.TENANTS.forEach(tenant -> key(all, tenant));
            }
            default -> {
                // The router knows Kafka alone.
            }
        }
        return all;
    }

    private void worker(Map<String, String> all, Schema schema) {
        all.putAll(database.properties(schema));
        all.putAll(store.properties());
        all.put("callsheet.gmi.url", twin + "/api/v1/ie/requestqueue/apikey");
        all.put("callsheet.gmi.key", "twin-gmi-key");
    }

    private static void key(Map<String, String> all, TenantId tenant) {
        String hash = Json.sha256(SteadyLoad.key(tenant).getBytes(StandardCharsets.UTF_8));
        all.put("callsheet.api-keys.\"" + hash + "\"", tenant.value());
    }
}
