package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any JSON is read: a request, or violations, never an exception. */
class RequestReaderProperties {
    private static final List<String> NAMES = List.of(
            "prompt",
            "media",
            "uri",
            "role",
            "type",
            "voice",
            "seconds",
            "avatar",
            "id",
            "latency",
            "responseMs",
            "deadline",
            "output",
            "kind",
            "budget",
            "limit",
            "seed",
            "maxTakes",
            "consent",
            "subject",
            "scope",
            "other/field");

    @Property
    void anyJsonIsEitherARequestOrItsFaults(@ForAll("json") JsonNode json) {
        RequestReader.Reading reading = RequestReader.read(json);

        assertThat(reading.request() == null).isEqualTo(!reading.violations().isEmpty());
        assertThat(reading.violations())
                .allSatisfy(violation -> assertThat(violation.code()).isEqualTo("SCHEMA_INVALID"));
    }

    @Provide
    Arbitrary<JsonNode> json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(nodes::textNode),
                Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.doubles().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.of("firstFrame", "image", "stream", "2.00", "2026-12-01T12:00:00Z")
                        .map(nodes::textNode),
                Arbitraries.just(nodes.nullNode()));
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
}
