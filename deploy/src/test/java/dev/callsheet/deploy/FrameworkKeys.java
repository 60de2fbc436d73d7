package dev.callsheet.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The keys that Quarkus, its extensions and Kafka's clients know: from the descriptions that they carry along. */
final class FrameworkKeys {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Set<String> OF_THE_PROCESS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MALLOC_ARENA_MAX", "SMALLRYE_CONFIG_LOCATIONS");

    private final Set<String> names = new HashSet<>();
    private final Set<String> variables = new HashSet<>(OF_THE_PROCESS);

    FrameworkKeys() throws IOException {
        List<URL> models =
                java.util.Collections.list(getClass().getClassLoader().getResources(MODEL));
        if (models.isEmpty()) {
            throw new IllegalStateException("no extension on the class path describes its keys");
        }
        for (URL model : models) {
            try (InputStream content = model.openStream()) {
                collect(Json.read(content.readAllBytes()));
            }
        }
        Set<String> kafka = new HashSet<>(ConsumerConfig.configNames());
        kafka.addAll(ProducerConfig.configNames());
        kafka.forEach(name -> names.add("kafka." + name));
        names.forEach(name -> variables.add(CodeKeys.variable(name)));
    }

    boolean knows(String name) {
        return names.contains(name);
    }

    boolean knowsVariable(String variable) {
        return variables.contains(variable);
    }

    private void collect(JsonNode node) {
        if (node.has("property")) {
            names.add(node.get("property").asText());
        }
        node.forEach(this::collect);
    }
}
