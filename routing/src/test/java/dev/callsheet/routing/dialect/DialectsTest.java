package dev.callsheet.routing.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.routing.JsonLines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as others write them, and what they are in our own form. */
class DialectsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Dialects DIALECTS = Dialects.load();

    static Stream<Arguments> documents() {
        return JsonLines.of("/dialects.jsonl").stream()
                .map(line -> Arguments.of(line.path("name").asText(), line));
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

    @Test
    void anAbsurdClockIsNone() {
        JsonNode document =
                Json.read("{\"submitted_at\":\"+999999999-12-31T00:00:00Z\",\"latency\":{\"deadline_s\":60}}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(DIALECTS.named("neutral").orElseThrow().map(document, NOW).clock())
                .isEqualTo(NOW);
    }

    private static String text(JsonNode node) {
        return new String(Json.canonical(Json.read(Json.write(node))), StandardCharsets.UTF_8);
    }
}
