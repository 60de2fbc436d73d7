package dev.callsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code contracts/asyncapi.yaml}, as far as a running broker can be held against it. */
record ContractChannels(JsonNode document) {
    private static final String PARTNER = "partner";

    /** A service, and a channel that it sends to. */
    record Sender(String service, String channel) {}

    /** A consumer group, or the pattern of those of which each process has its own, and a channel that it reads. */
    record Reader(String group, String channel) {}

    static ContractChannels under(Path root) throws IOException {
        return new ContractChannels(new YAMLMapper()
                .readTree(root.resolve("contracts/asyncapi.yaml").toFile()));
    }

    Set<String> names() {
        return document.get("channels").propertyStream().map(e -> e.getKey()).collect(Collectors.toSet());
    }

    /** The channel that a topic is one of; the topic's own name if there is none. */
    String of(String topic) {
        boolean aside = topic.endsWith(".dlq");
        return document.get("channels")
                .propertyStream()
                .filter(channel -> channel.getKey().equals("deadLetters") == aside)
                .filter(channel -> topic.matches(channel.getValue()
                        .get("address")
                        .asText()
                        .replace(".", "\\.")
                        .replace("{tenant}", "[a-z0-9][a-z0-9-]{0,39}")
                        .replace("{topic}", ".+")))
                .map(channel -> channel.getKey())
                .findFirst()
                .orElse(topic);
    }

    /** The services' operations; dead letters are sent by whoever reads the topic. */
    Set<Sender> senders() {
        return document.get("operations")
                .propertyStream()
                .map(operation -> operation.getValue())
                .filter(operation -> operation.get("action").asText().equals("send"))
                .filter(operation -> !service(operation).equals(PARTNER))
                .map(operation -> new Sender(service(operation), channel(operation)))
                .collect(Collectors.toSet());
    }

    Set<Reader> readers() {
        return document.get("operations")
                .propertyStream()
                .map(operation -> operation.getValue())
                .filter(operation -> operation.get("action").asText().equals("receive"))
                .filter(operation -> !service(operation).equals(PARTNER))
                .map(operation -> new Reader(group(operation), channel(operation)))
                .collect(Collectors.toSet());
    }

    /** A group as the document names it: those of which each process has its own by their pattern. */
    String documented(String group) {
        return document.get("operations")
                .propertyStream()
                .map(operation -> operation
                        .getValue()
                        .at("/bindings/kafka/groupId/pattern")
                        .asText(""))
                .filter(pattern -> !pattern.isEmpty() && group.matches(pattern))
                .findFirst()
                .orElse(group);
    }

    private static String group(JsonNode operation) {
        JsonNode group = operation.at("/bindings/kafka/groupId");
        return group.has("pattern")
                ? group.get("pattern").asText()
                : group.at("/enum/0").asText();
    }

    /** The event types that a service may send to a channel: the operation's, or else all of the channel. */
    Set<String> types(Sender sender) {
        Set<String> types = new TreeSet<>();
        for (JsonNode operation : document.get("operations")) {
            if (operation.get("action").asText().equals("send")
                    && service(operation).equals(sender.service())
                    && channel(operation).equals(sender.channel())) {
                JsonNode messages = operation.has("messages")
                        ? operation.get("messages")
                        : document.at("/channels/" + sender.channel() + "/messages");
                messages.forEach(message -> {
                    String reference = message.get("$ref").asText();
                    String name = reference.substring(reference.lastIndexOf('/') + 1);
                    types.add(document.at("/components/messages/" + name + "/name")
                            .asText());
                });
            }
        }
        return types;
    }

    private static String service(JsonNode operation) {
        return operation.get("x-service").asText();
    }

    private static String channel(JsonNode operation) {
        String reference = operation.at("/channel/$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
