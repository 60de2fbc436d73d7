package dev.callsheet.routing.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as others write them, and what they are in our own form. */
class DialectsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Dialects DIALECTS = Dialects.load();

    static Stream<Arguments> documents() throws IOException {
        try (var resource = DialectsTest.class.getResourceAsStream("/dialects.jsonl")) {
            assertThat(resource).isNotNull();
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8)))
                            .map(line -> Arguments.of(line.path("name").asText(), line))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aDocumentIsRecognisedAndMapped(String name, JsonNode expected) {
        Dialect neutral = DIALECTS.named("neutral").orElseThrow();

        Mapped mapped = DIALECTS.of(expected.path("document"), neutral).map(expected.path("document"), NOW);

        assertThat(mapped.dialect()).isEqualTo(expected.path("dialect").asText());
        assertThat(text(mapped.request())).as(name).isEqualTo(text(expected.path("request")));
        List<String> notes = new ArrayList<>();
        expected.path("notes").forEach(note -> notes.add(note.asText()));
        assertThat(mapped.notes())
                .extracting(note -> note.code() + " " + note.field())
                .containsExactlyInAnyOrderElementsOf(notes);
    }

    private static String text(JsonNode node) {
        return new String(Json.canonical(Json.read(Json.write(node))), StandardCharsets.UTF_8);
    }
}
