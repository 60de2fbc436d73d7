package dev.callsheet.twin.live;

import static dev.callsheet.twin.live.LiveClient.LITE;
import static dev.callsheet.twin.live.LiveClient.account;
import static dev.callsheet.twin.live.LiveClient.order;
import static dev.callsheet.twin.live.LiveClient.seen;
import static dev.callsheet.twin.live.LiveClient.speak;
import static dev.callsheet.twin.live.LiveClient.start;
import static dev.callsheet.twin.live.LiveClient.stop;
import static dev.callsheet.twin.live.LiveClient.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What LITE mode answers, as the product's pages and recorded answers have it. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class LiteContractIT {

    @Test
    void aTokenStartsOneSessionOnce() {
        String token = token(LITE);

        Response started = start(token);
        started.then()
                .statusCode(201)
                .body("code", equalTo(1000))
                .body("data.max_session_duration", equalTo(1200))
                .body("data.ws_url", containsString("/v1/agents/"));
        start(token).then().statusCode(400);
        stop(started.path("data.session_id"));
    }

    @Test
    void credentialsOfTheOtherKindAreRefused() {
        given().header("Authorization", "Bearer twin-liveavatar-key")
                .contentType("application/json")
                .body(LITE)
                .post("/v1/sessions/token")
                .then()
                .statusCode(401);
        given().header("X-API-KEY", "twin-liveavatar-key")
                .post("/v1/sessions/start")
                .then()
                .statusCode(401);
    }

    @Test
    void aBadOrderIsToldByFieldAndADeleteIsNotKnown() {
        order(Map.of("mode", "LITE"))
                .then()
                .statusCode(422)
                .body("detail[0].type", equalTo("missing"))
                .body("detail[0].loc", equalTo(List.of("body", "avatar_id")));
        account().delete("/v1/sessions/any").then().statusCode(405);
    }

    @Test
    void moreTimeThanTheTierAllowsIsTakenWithoutAWordAndIsLess() {
        var hours = Map.<String, Object>of(
                "mode", "LITE", "avatar_id", TokenReader.SANDBOX_AVATAR, "max_session_duration", 7200);

        Response started = start(token(hours));

        started.then().statusCode(201).body("data.max_session_duration", equalTo(1200));
        stop(started.path("data.session_id"));
    }

    @Test
    void theFirstMinuteIsChargedAtTheStartAndAStoppedSessionIsHistory() {
        String id = start(token(LITE)).path("data.session_id");
        account().get("/v1/sessions?type=active&page_size=100").then().body("data.results.id", hasItem(id));

        stop(id).then().statusCode(200);
        stop(id).then().statusCode(200);

        account()
                .get("/v1/sessions/" + id)
                .then()
                .body("data.credits_consumed", equalTo(1))
                .body("data.end_reason", equalTo("USER_CLOSED"));
        account().get("/v1/sessions?type=active").then().body("data.results.id", not(hasItem(id)));
        account().get("/v1/sessions?type=historic&page=1&page_size=1").then().body("data.results.size()", equalTo(1));
        given().get("/twin/journal?id=" + id).then().body("micros", equalTo(List.of(100_000)));
        seen(id).then()
                .body("state", equalTo("ended"))
                .body("minutes", equalTo(1))
                .body("micros", equalTo(100_000));
    }

    @Test
    void theAgentsAudioIsDroppedUntilConnectedAndPlayedAfterwards() {
        Response started = start(token(LITE));
        String id = started.path("data.session_id");
        var agent = new LiveClient.Wire(started.path("data.ws_url"));
        agent.say(speak("early", 100));
        agent.awaits("\"connected\"");
        agent.say(speak("e1", 300));
        agent.say(speak("huge", 20_000));
        agent.say("{\"type\":\"agent.speak_end\",\"event_id\":\"e1\"}");

        agent.awaits("agent.speak_started", "\"e1\"");
        agent.awaits("agent.speak_ended");
        stop(id);
        agent.awaits("\"end_reason\":\"USER_CLOSED\"");
        seen(id).then()
                .body("played.event_id", equalTo(List.of("e1")))
                .body("played[0].playedMs", equalTo(300))
                .body("played[0].interruptedAt", nullValue());
    }

    @Test
    void chatStreamsWordsAndSpeechStreamsSound() {
        var question = Map.of("role", "user", "content", "Who are you?");
        String events = llm().body(Map.of("model", "any", "stream", true, "messages", List.of(question)))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        assertThat(events).startsWith("data: {").endsWith("data: [DONE]\n\n").contains("\" simulated\"");

        byte[] pcm = llm().body(Map.of("input", "One two three.", "response_format", "pcm"))
                .post("/v1/audio/speech")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(pcm.length / 48_000.0).isBetween(0.8, 2.0);
        given().contentType("application/json")
                .body(Map.of())
                .post("/v1/audio/speech")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification llm() {
        return given().header("Authorization", "Bearer twin-llm-key").contentType("application/json");
    }
}
