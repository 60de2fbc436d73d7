package dev.callsheet.stack.traces.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.traces.SpanLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeTest {
    private static final JsonNode REQUEST =
            Json.read("{\"route\":\"r2v\",\"ended\":true,\"takes\":[{\"attempt\":1,\"clip\":{}}]}"
                    .getBytes(StandardCharsets.UTF_8));
    private static final List<SpanLine> WHOLE = List.of(
            span("a", null, "accept request", "door"),
            span("b", "a", "process", "routing"),
            span("c", "b", "process", "assignment"),
            span("d", "c", "generate_content", "take"),
            span("e", "d", "queue", "queue"),
            span("f", "d", "submit", "submit"),
            span("g", "d", "render", "render"),
            span("h", "d", "fetch and store", "fetch"),
            span("i", "d", "score clip", "scoring"),
            span("j", "i", "process", "conclusion"),
            span("k", "j", "send", "outbox"),
            span("l", "k", "process", "projection"));

    @Test
    void aTraceWithEveryRoomLacksNothing() {
        assertThat(Whole.lacks(REQUEST, WHOLE)).isEmpty();
    }

    @Test
    void whateverIsTakenAwayIsMissed() {
        for (SpanLine gone : WHOLE) {
            assertThat(Whole.lacks(REQUEST, without(gone))).as(gone.name()).isNotEmpty();
        }
    }

    @Test
    void aSecondRootIsTooMuch() {
        List<SpanLine> two = Stream.concat(WHOLE.stream(), Stream.of(span("z", null, "receive", "door")))
                .toList();

        assertThat(Whole.lacks(REQUEST, two)).containsExactly("2 roots");
    }

    private static List<SpanLine> without(SpanLine gone) {
        return WHOLE.stream().filter(span -> span != gone).toList();
    }

    private static SpanLine span(String id, @Nullable String parent, String name, String room) {
        Map<String, String> attributes = Map.of("callsheet.room", room, "callsheet.take.attempt", "1");
        return new SpanLine(
                "t", id, parent, "s", null, name, "internal", 0, 1, false, attributes, List.of(), List.of());
    }
}
