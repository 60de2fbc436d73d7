package dev.callsheet.i2v.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Unrenderable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameProductionTest {
    private final FrameProduction production = new FrameProduction();

    @Test
    void eachRoleHasItsFieldOfThePayload() {
        Draft draft = draft("""
                {'prompt':'pan left','negativePrompt':'blur','media':[
                  {'role':'lastFrame','type':'image','uri':'https://a/last.png'},
                  {'role':'firstFrame','type':'image','uri':'https://a/first.png'},
                  {'role':'drivingAudio','type':'audio','uri':'https://a/voice.wav'}],
                 'output':{'kind':'file','resolution':'720P','seconds':7}}""");

        JsonNode payload = Json.read(Json.write(draft.payload(42, uri -> uri + "?seen")));

        assertThat(payload).isEqualTo(json("""
                {'prompt':'pan left','negative_prompt':'blur','first_frame':'https://a/first.png?seen',
                 'last_frame':'https://a/last.png?seen','driving_audio':'https://a/voice.wav?seen',
                 'resolution':'720P','duration':7,'seed':42}"""));
    }

    @Test
    void aPictureWithoutARoleIsTheFirstFrame() {
        assertThat(draft("{'media':[{'uri':'https://a/1.png'}]}").inputs())
                .extracting(Draft.Input::field)
                .containsExactly("first_frame");
    }

    @Test
    void whatIsNotStatedIsStatedForTheProvider() {
        Draft draft = draft("{'media':[{'role':'firstClip','type':'video','uri':'https://a/1.mp4'}]}");

        assertThat(draft.resolution()).isEqualTo("1080P");
        assertThat(draft.seconds()).isEqualTo(5);
        assertThat(draft.fields()).doesNotContainKey("prompt");
    }

    @Test
    void aBrokenLengthIsMadeWholeAndThatIsRecorded() {
        Draft draft = draft("{'media':[{'uri':'https://a/1.png'}],'output':{'seconds':4.2}}");

        assertThat(draft.seconds()).isEqualTo(5);
        assertThat(draft.repairs()).hasSize(1);
    }

    @Test
    void withoutAFirstFrameOrClipThereIsNothingToRender() {
        assertThatThrownBy(() -> draft("{'media':[{'role':'lastFrame','type':'image','uri':'https://a/1.png'}]}"))
                .isInstanceOf(Unrenderable.class)
                .hasMessageContaining("one of them is needed");
    }

    private Draft draft(String request) {
        var axis = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        var decision = new Decision(
                Route.I2V,
                "13",
                new Decision.Axes(axis, axis, axis),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                0.9,
                "1",
                "h",
                "h",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
        TenantId tenant = new TenantId("demo");
        return production.draft(
                RequestFile.of(RequestId.ofKey(tenant, "k"), tenant, json(request), decision, null, false));
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
