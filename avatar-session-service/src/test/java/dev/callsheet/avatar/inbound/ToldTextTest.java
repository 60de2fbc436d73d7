package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callsheet.contracts.Json;
import dev.callsheet.conversation.line.Media;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.Timeline;
import dev.callsheet.conversation.turn.TurnRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldTextTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final HelloView HELLO = new HelloView(
            "s", "live", 1, "lite", MediaView.of(new Media.Whep("u")), "AI", "queue", new HelloView.Limits(2000));

    private static final List<Told> ALL = List.of(
            new Told.Hello(true),
            new Told.State("waiting", null, 3),
            new Told.MediaNext(2, new Media.LiveKit("wss://a", "t")),
            new Told.MediaSwitch(2),
            new Told.Closing("BUDGET_ENDED", NOW),
            new Told.SessionEnded("USER_CLOSED"),
            new Told.TurnQueued("i", 1),
            new Told.TurnSkipped("i", "comment.duplicate", "Mia"),
            new Told.TurnStarted(1, List.of(input())),
            new Told.TurnToken(1, "a"),
            new Told.TurnSentence(1, 0, "A."),
            new Told.TurnSpeaking(1),
            new Told.TurnEnded(turn()),
            new Told.Hearing(true),
            new Told.Heard("b"),
            new Told.VendorControl("{\"event_type\":\"avatar.interrupt\"}"),
            new Told.Trouble("llm.slow", "c"));

    @Test
    void theMessagesAreTheDocumentedOnesAndHaveNoOtherFields() throws IOException {
        JsonNode documented = new YAMLMapper()
                .readTree(Path.of("../contracts/openapi.yaml").toFile())
                .at("/components/schemas/SessionMessage/properties");
        Set<String> types = new HashSet<>();
        documented.at("/type/enum").forEach(type -> types.add(type.asText()));
        Set<String> fields = new HashSet<>();
        documented.fieldNames().forEachRemaining(fields::add);

        assertThat(ALL.stream().map(told -> json(told).path("type").asText()).distinct())
                .containsExactlyInAnyOrderElementsOf(types);
        assertThat(ALL)
                .allSatisfy(told -> assertThat(json(told)
                                .propertyStream()
                                .map(field -> field.getKey())
                                .toList())
                        .isSubsetOf(fields));
    }

    @Test
    void everyMessageHasItsCursorAndNothingThatIsAbsent() {
        assertThat(ALL)
                .allSatisfy(
                        told -> assertThat(json(told).path("cursor").asText()).isEqualTo("c-1"));
        assertThat(json(new Told.State("live", null, null)).toString())
                .isEqualTo("{\"type\":\"session.state\",\"state\":\"live\",\"cursor\":\"c-1\"}");
        assertThat(ToldText.of("", new Told.TurnSpeaking(1), null)).doesNotContain("cursor");
    }

    @Test
    void aTurnThatEndsShowsWhereItsTimeWent() {
        JsonNode ended = json(new Told.TurnEnded(turn()));

        assertThat(ended.path("spoken").asText()).isEqualTo("It is");
        assertThat(ended.at("/timeline/firstTokenMs").asLong()).isEqualTo(100);
        assertThat(ended.at("/timeline/firstFrameMs").isNull()).isTrue();
        assertThat(ended.at("/timeline/endOfInputAt").asText()).isEqualTo("2026-01-31T12:00:00Z");
    }

    @Test
    void aTurnThatStartsShowsWhoseWordsItAnswers() {
        assertThat(json(new Told.TurnStarted(1, List.of(input())))
                        .at("/inputs/0")
                        .toString())
                .isEqualTo("{\"inputId\":\"i\",\"text\":\"Why?\",\"origin\":\"comment\",\"author\":\"Mia\"}");
    }

    private static Input input() {
        return new Input("i", "Why?", Origin.COMMENT, "Mia", false, NOW, null);
    }

    private static TurnRecord turn() {
        var line = new Timeline(NOW, null, NOW.plusMillis(100), null, null, null, null);
        return new TurnRecord(1, List.of(input()), "It is so.", "It is", true, line, NOW.plusSeconds(2));
    }

    private static JsonNode json(Told told) {
        return Json.read(ToldText.of("c-1", told, HELLO).getBytes(StandardCharsets.UTF_8));
    }
}
