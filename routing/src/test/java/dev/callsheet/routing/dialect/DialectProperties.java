package dev.callsheet.routing.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any document is mapped, in every dialect. */
class DialectProperties {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Dialects DIALECTS = Dialects.load();

    @Property
    void mappingIsTotal(@ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            for (String name : DIALECTS.names()) {
                DIALECTS.named(name).ifPresent(dialect -> {
                    JsonNode document = document(dialect, random);
                    assertThat(dialect.map(document, Instant.EPOCH).request()).isNotNull();
                });
            }
        }
    }

    private static JsonNode document(Dialect dialect, RandomGenerator random) {
        var document = JSON.objectNode();
        for (int i = random.nextInt(6); i >= 0; i--) {
            Mapping mapping =
                    dialect.mappings().get(random.nextInt(dialect.mappings().size()));
            var values = List.<JsonNode>of(
                    JSON.numberNode(1e300),
                    JSON.textNode("x"),
                    JSON.textNode("9999999999x1"),
                    JSON.arrayNode().add("a").addObject().put("url", "b"),
                    JSON.booleanNode(true),
                    JSON.nullNode(),
                    JSON.objectNode().put("kind", 5));
            Paths.put(
                    document,
                    mapping.from().endsWith("[]") ? "media" : mapping.from(),
                    List.of(random.nextInt(3), random.nextInt(2)),
                    values.get(random.nextInt(values.size())));
        }
        return document;
    }
}
