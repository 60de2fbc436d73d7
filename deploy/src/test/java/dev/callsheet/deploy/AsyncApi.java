package dev.callsheet.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code contracts/asyncapi.yaml} says of topics and of who does what with them; {@code {tenant}} is a tenant's name. */
record AsyncApi(Map<String, Channel> channels, List<Operation> operations) {
    private static final String DEAD_LETTERS = "{topic}.dlq";

    /** @param retention in milliseconds, as text */
    record Channel(String topic, int partitions, int replicas, String cleanup, String retention) {}

    /** @param groups whose offsets it keeps; none is said of who sends */
    record Operation(String service, boolean sends, String topic, List<String> groups) {}

    static AsyncApi read(String tenant) throws IOException {
        String yaml = Files.readString(Path.of("../contracts/asyncapi.yaml"));
        Object loaded = new KubernetesSerialization().unmarshal(yaml, Map.class);
        JsonNode root = Json.read(new KubernetesSerialization().asJson(loaded).getBytes(StandardCharsets.UTF_8));
        Map<String, Channel> channels = new LinkedHashMap<>();
        root.get("channels").properties().forEach(entry -> {
            JsonNode kafka = referred(root, entry.getValue().get("bindings")).get("kafka");
            JsonNode topic = kafka.get("topicConfiguration");
            channels.put(
                    entry.getKey(),
                    new Channel(
                            entry.getValue().get("address").asText().replace("{tenant}", tenant),
                            kafka.get("partitions").asInt(),
                            kafka.get("replicas").asInt(),
                            topic.get("cleanup.policy").get(0).asText(),
                            topic.get("retention.ms").asText()));
        });
        List<Operation> operations = new ArrayList<>();
        root.get("operations").forEach(operation -> {
            List<String> groups = new ArrayList<>();
            operation.at("/bindings/kafka/groupId/enum").forEach(group -> groups.add(group.asText()));
            String channel = operation.get("channel").get("$ref").asText().replace("#/channels/", "");
            operations.add(new Operation(
                    operation.get("x-service").asText(),
                    operation.get("action").asText().equals("send"),
                    channels.get(channel).topic(),
                    groups));
        });
        return new AsyncApi(channels, operations);
    }

    /** Every channel that is one topic, or one of this tenant. */
    List<Channel> topics() {
        return channels.values().stream()
                .filter(channel -> !channel.topic().equals(DEAD_LETTERS))
                .toList();
    }

    Channel deadLetters() {
        return channels.values().stream()
                .filter(channel -> channel.topic().equals(DEAD_LETTERS))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode referred(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }
}
