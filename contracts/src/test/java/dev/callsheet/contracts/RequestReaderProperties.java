package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any JSON is read: a request, or violations, never an exception. */
class RequestReaderProperties {
    private static final JsonSchema SCHEMA = new Schemas().validator("video-requested");

    private static final List<String> NAMES = names();

    @Property
    void anyJsonIsEitherARequestOrItsFaults(@ForAll("json") JsonNode json) {
        RequestReader.Reading reading = RequestReader.read(json);

        assertThat(reading.request() == null).isEqualTo(!reading.violations().isEmpty());
        assertThat(reading.violations())
                .allSatisfy(violation -> assertThat(violation.code()).isEqualTo("SCHEMA_INVALID"));
    }

    @Property
    void theReaderRefusesWhatTheSchemaRefuses(@ForAll("requests") JsonNode json) {
        RequestReader.Reading reading = RequestReader.read(json);

        assertThat(reading.violations().isEmpty())
                .as("reader: %s", reading.violations())
                .isEqualTo(SCHEMA.validate(json).isEmpty());
    }

    /** Requests with right and wrong values at the places that the schema names. */
    @Provide
    Arbitrary<JsonNode> requests() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaf = leaf();
        Arbitrary<JsonNode> inner = Arbitraries.oneOf(
                leaf,
                leaf.list().ofMaxSize(3).map(items -> nodes.arrayNode().addAll(items)),
                Arbitraries.maps(Arbitraries.of(NAMES), leaf)
                        .ofMaxSize(4)
                        .map(fields -> nodes.objectNode().setAll(fields)));
        return Arbitraries.maps(
                        Arbitraries.of(NAMES),
                        Arbitraries.oneOf(
                                inner,
                                inner.list()
                                        .ofMaxSize(2)
                                        .map(items -> nodes.arrayNode().addAll(items))))
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(fields -> nodes.objectNode().setAll(fields));
    }

    private static Arbitrary<JsonNode> leaf() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(nodes::textNode),
                Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.integers().between(-1, 1001).map(nodes::numberNode),
                Arbitraries.doubles().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.of(
                                "firstFrame",
                                "image",
                                "human",
                                "high",
                                "USD",
                                "conversational",
                                "stream",
                                "2.00",
                                "0.1234567",
                                "2026-12-01T12:00:00Z",
                                "2026-12-01",
                                " ")
                        .map(nodes::textNode),
                Arbitraries.just(nodes.nullNode()));
    }

    @Provide
    Arbitrary<JsonNode> json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaf = leaf();
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(items -> nodes.arrayNode().addAll(items)),
                        Arbitraries.maps(Arbitraries.of(NAMES), inner)
                                .ofMaxSize(6)
                                .map(fields -> nodes.objectNode().setAll(fields))),
                1,
                4);
    }

    /** Every name in the schema, and some that are not. */
    private static List<String> names() {
        try {
            return Stream.concat(
                            SchemaLines.of(Schemas.documents().get("video-requested")).keySet().stream()
                                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                                    .filter(name -> !name.equals("[]")),
                            Stream.of("tenant", "other/field"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
