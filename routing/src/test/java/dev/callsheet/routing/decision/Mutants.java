package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Labelled requests, changed in a few places at random: fields lost, doubled, moved, misspelt, of another type. */
final class Mutants {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of(
            "prompt",
            "media",
            "role",
            "uri",
            "output",
            "kind",
            "latency",
            "responseMs",
            "deadline",
            "hard",
            "avatar",
            "id",
            "model",
            "consent",
            "voice",
            "seconds",
            "batch",
            "count",
            "typicalSeconds",
            "concurrency",
            "perImage",
            "clips",
            "campaign",
            "x/~",
            "");
    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(1e308),
            JSON.numberNode(0.5),
            JSON.numberNode(5),
            JSON.numberNode(3000),
            JSON.textNode(""),
            JSON.textNode("5"),
            JSON.textNode("file"),
            JSON.textNode("stream"),
            JSON.textNode("reference"),
            JSON.textNode("firstframe"),
            JSON.textNode("2026-11-22T10:01:00Z"),
            JSON.textNode("https://a.example/x.png"),
            JSON.textNode("file:///x"),
            JSON.textNode("@{mia} Image 2"),
            JSON.textNode("\ud83d\ude00".repeat(800)),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.objectNode());

    private Mutants() {}

    static JsonNode of(JsonNode original, List<JsonNode> others, RandomGenerator random) {
        JsonNode mutant = original.deepCopy();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(mutant, containers);
            if (containers.isEmpty()) {
                return mutant;
            }
            switch (containers.get(random.nextInt(containers.size()))) {
                case ObjectNode object -> change(object, others, random);
                case ArrayNode list -> change(list, others, random);
                default -> throw new IllegalStateException("a container is a list or an object");
            }
        }
        return mutant;
    }

    private static void change(ObjectNode object, List<JsonNode> others, RandomGenerator random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || random.nextInt(4) == 0
                ? NAMES.get(random.nextInt(NAMES.size()))
                : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, VALUES.get(random.nextInt(VALUES.size())).deepCopy());
            case 2 -> {
                JsonNode other = others.get(random.nextInt(others.size()));
                JsonNode value = other.get(name);
                object.set(name, value == null ? JSON.textNode(name) : value.deepCopy());
            }
            default -> {
                JsonNode value = object.remove(name);
                if (value != null) {
                    object.set(name + "s", value);
                }
            }
        }
    }

    private static void change(ArrayNode list, List<JsonNode> others, RandomGenerator random) {
        JsonNode media = others.get(random.nextInt(others.size())).path("media");
        switch (random.nextInt(3)) {
            case 0 ->
                list.add(
                        list.isEmpty()
                                ? JSON.nullNode()
                                : list.get(random.nextInt(list.size())).deepCopy());
            case 1 -> {
                if (!list.isEmpty()) {
                    list.remove(random.nextInt(list.size()));
                }
            }
            default -> list.addAll(media.isArray() ? ((ArrayNode) media).deepCopy() : JSON.arrayNode());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
