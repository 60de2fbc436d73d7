package dev.callsheet.twin.live;

import static dev.callsheet.twin.live.LiveClient.account;
import static dev.callsheet.twin.live.LiveClient.order;
import static dev.callsheet.twin.live.LiveClient.seen;
import static dev.callsheet.twin.live.LiveClient.start;
import static dev.callsheet.twin.live.LiveClient.stop;
import static dev.callsheet.twin.live.LiveClient.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FULL mode over the twin's plain WebSocket: the avatar thinks and speaks by itself. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class FullContractIT {
    private static final Map<String, Object> BARE = Map.of("mode", "FULL", "avatar_id", TokenReader.SANDBOX_AVATAR);

    @Test
    void withoutAPersonaTheTokenIsRefused() {
        order(BARE)
                .then()
                .statusCode(422)
                .body("detail[0].msg", containsString("Provide exactly one of avatar_persona or voice_agent"));
    }

    @Test
    void anUnknownLlmConfigurationIsFoundOutAtTheStart() {
        var body = Map.<String, Object>of(
                "mode",
                "FULL",
                "avatar_id",
                TokenReader.SANDBOX_AVATAR,
                "avatar_persona",
                Map.of(),
                "llm_configuration_id",
                "1b671a64-40d5-491e-99b0-da01ff1f3341");

        start(token(body)).then().statusCode(400).body("message", containsString("not found in your space"));
    }

    @Test
    void wordsAreAnsweredAndWrittenDownAndCostTwice() {
        Response started = start(token(full(Map.of("context_id", context()))));
        started.then().statusCode(201).body("data.ws_url", equalTo(null));
        String id = started.path("data.session_id");
        var room = new LiveClient.Wire(started.path("data.twin_data_url"));

        room.say("{\"event_type\":\"avatar.speak_response\",\"event_id\":\"q1\",\"text\":\"Who are you?\"}");

        room.awaits("user.transcription", "Who are you?", "\"source_event_id\":\"q1\"");
        room.awaits("avatar.transcription", "simulated");
        room.awaits("avatar.speak_started", "q1");
        room.say("{\"event_type\":\"avatar.interrupt\"}");
        room.awaits("avatar.speak_ended", "q1");
        account()
                .get("/v1/sessions/" + id + "/transcript")
                .then()
                .body("data.session_active", equalTo(true))
                .body("data.transcript_data.role", equalTo(List.of("user", "avatar")));
        stop(id);
        room.awaits("session.stopped", "USER_CLOSED");
        seen(id).then().body("micros", equalTo(200_000)).body("played[0].interrupted", equalTo(true));
    }

    @Test
    void withoutAContextItShowsItselfAndAnswersNothing() {
        Response started = start(token(full(Map.of())));
        var room = new LiveClient.Wire(started.path("data.twin_data_url"));

        room.say("{\"event_type\":\"avatar.speak_response\",\"text\":\"Anybody there?\"}");
        room.say("{\"event_type\":\"avatar.speak_text\",\"text\":\"Said as it is.\"}");

        room.awaits("avatar.speak_ended");
        assertThat(room.heard).noneMatch(message -> message.contains("Anybody"));
        stop(started.path("data.session_id"));
    }

    private static Map<String, Object> full(Map<String, Object> persona) {
        return Map.of("mode", "FULL", "avatar_id", TokenReader.SANDBOX_AVATAR, "avatar_persona", persona);
    }

    private static String context() {
        return account()
                .body(Map.of("name", "guide", "prompt", "You are a guide.", "opening_text", ""))
                .post("/v1/contexts")
                .then()
                .statusCode(200)
                .extract()
                .path("data.id");
    }
}
