package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates request documents: mostly well-formed, with absurd values strewn in. */
final class Documents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Documents() {}

    static Arbitrary<JsonNode> scalars() {
        return Arbitraries.of(
                JSON.nullNode(),
                JSON.numberNode(-1),
                JSON.numberNode(Long.MAX_VALUE),
                JSON.numberNode(1e300),
                JSON.textNode(""),
                JSON.textNode("x"),
                JSON.booleanNode(true),
                JSON.arrayNode());
    }

    static Arbitrary<JsonNode> any() {
        Arbitrary<JsonNode> media = object(Map.ofEntries(
                        Map.entry(
                                "role",
                                text(
                                        "firstFrame",
                                        "lastFrame",
                                        "firstClip",
                                        "drivingAudio",
                                        "reference",
                                        "reference",
                                        "source",
                                        "overlay",
                                        "liveFace")),
                        Map.entry("type", text("image", "image", "video", "audio")),
                        Map.entry(
                                "uri",
                                text(
                                        "https://a.example/x.jpg",
                                        "https://a.example/y",
                                        "s3://callsheet/tenant/demo/m/v.mp4",
                                        "file:///etc/passwd",
                                        "https://[::1]/x.png",
                                        "http://a b",
                                        "http://a.example/p.png",
                                        "https://a.example/s.wav")),
                        Map.entry("character", text("mia", "leo", "")),
                        Map.entry("kind", text("human", "object", "character")),
                        Map.entry(
                                "voice",
                                object(Map.of(
                                        "uri",
                                        text("https://a.example/v.wav"),
                                        "seconds",
                                        numbers(),
                                        "required",
                                        flags(),
                                        "trim",
                                        flags(),
                                        "realPerson",
                                        flags()))),
                        Map.entry("width", numbers()),
                        Map.entry("height", numbers()),
                        Map.entry("seconds", numbers()),
                        Map.entry("bytes", numbers()),
                        Map.entry("alpha", flags()),
                        Map.entry("realPerson", flags())))
                .map(node -> node);
        Arbitrary<JsonNode> list = media.list().ofMaxSize(7).map(items -> {
            ArrayNode array = JSON.arrayNode();
            array.addAll(items);
            return array;
        });
        return object(Map.ofEntries(
                Map.entry(
                        "prompt",
                        text(
                                "Image 1 waves",
                                "@{mia} and @{bob}",
                                " ",
                                "Video 9",
                                "[image 1] and 图2",
                                "character1",
                                "a cat")),
                Map.entry("negativePrompt", text("blur")),
                Map.entry("title", text("t")),
                Map.entry("startsAt", text("2026-12-01T09:00:00Z")),
                Map.entry("events", names("progress")),
                Map.entry("fallbackModels", names("wan2.7-i2v", "m")),
                Map.entry("prio~rity/x", text("high")),
                Map.entry("priority", text("high", "hihg")),
                Map.entry("maxTakes", numbers()),
                Map.entry(
                        "batch",
                        object(Map.of(
                                "uri",
                                text("s3://shop/hero/", "https://x"),
                                "count",
                                numbers(),
                                "concurrency",
                                numbers(),
                                "typicalSeconds",
                                numbers()))),
                Map.entry("media", list),
                Map.entry(
                        "avatar",
                        object(Map.of(
                                "id", text("av", ""), "persona", text("p"), "interactivity", text("conversational")))),
                Map.entry(
                        "latency",
                        object(Map.of(
                                "responseMs",
                                numbers(),
                                "hard",
                                flags(),
                                "deadline",
                                text("2026-11-22T10:03:00Z", "+999999999-12-31T23:59:59Z", "2020-01-01T00:00:00Z")))),
                Map.entry(
                        "output",
                        object(Map.of(
                                "kind",
                                text("stream", "file", "series"),
                                "seconds",
                                numbers(),
                                "resolution",
                                text("720P", "4K"),
                                "ratio",
                                text("16:9", "x", "1:0"),
                                "perImage",
                                flags(),
                                "clips",
                                numbers(),
                                "also",
                                names("stream", "file")))),
                Map.entry("campaign", text("c")),
                Map.entry("model", text("wan2.7-i2v", "wan2.7-r2v", "heygen-avatar-4", "m")),
                Map.entry(
                        "consent",
                        object(Map.of(
                                "subject",
                                text("s"),
                                "scope",
                                names("face", "voice"),
                                "until",
                                text("2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z")))),
                Map.entry("seed", numbers()),
                Map.entry("budget", object(Map.of("limit", text("2.00", "0", "-1", "1e9", "x"))))));
    }

    private static Arbitrary<JsonNode> text(String... values) {
        return Arbitraries.of(values).map(JSON::textNode);
    }

    private static Arbitrary<JsonNode> names(String... values) {
        return Arbitraries.of(values).list().ofMaxSize(2).map(names -> {
            ArrayNode array = JSON.arrayNode();
            names.forEach(array::add);
            return array;
        });
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.of(-1, 0, 1, 2, 5, 7, 12, 400, 1500, 3000, 9000, 600_000)
                .map(JSON::numberNode);
    }

    private static Arbitrary<JsonNode> flags() {
        return Arbitraries.of(true, false).map(JSON::booleanNode);
    }

    /** Each field is there more often than not, and now and then absurd. */
    private static Arbitrary<JsonNode> object(Map<String, Arbitrary<JsonNode>> fields) {
        Arbitrary<ObjectNode> made = Arbitraries.create(JSON::objectNode);
        for (Map.Entry<String, Arbitrary<JsonNode>> field : new java.util.TreeMap<>(fields).entrySet()) {
            Arbitrary<JsonNode> value = Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(40, field.getValue()), net.jqwik.api.Tuple.of(1, scalars()));
            Arbitrary<List<JsonNode>> sometimes = value.list().ofMaxSize(1);
            made = net.jqwik.api.Combinators.combine(made, sometimes).as((node, values) -> {
                ObjectNode copy = node.deepCopy();
                values.forEach(found -> copy.set(field.getKey(), found));
                return copy;
            });
        }
        return made.map(node -> node);
    }
}
