package dev.callsheet.twin.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What LITE mode answers, as the product's pages and recorded answers have it. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class LiteContractIT {
    private static final Map<String, Object> ORDER = Map.of("mode", "LITE", "avatar_id", TokenOrder.SANDBOX_AVATAR);

    @Test
    void aTokenStartsOneSessionOnce() {
        String token = token();

        Response started = start(token);
        started.then()
                .statusCode(201)
                .body("code", equalTo(1000))
                .body("data.livekit_url", equalTo(null))
                .body("data.ws_url", containsString("/v1/agents/"));
        start(token).then().statusCode(400);
        stop(started.path("data.session_id"));
    }

    @Test
    void credentialsOfTheOtherKindAreRefused() {
        given().header("Authorization", "Bearer twin-liveavatar-key")
                .contentType("application/json")
                .body(ORDER)
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
        account()
                .body(Map.of("mode", "LITE"))
                .post("/v1/sessions/token")
                .then()
                .statusCode(422)
                .body("detail[0].type", equalTo("missing"))
                .body("detail[0].loc", equalTo(List.of("body", "avatar_id")));
        account().delete("/v1/sessions/any").then().statusCode(405);
    }

    @Test
    void theFirstMinuteIsChargedAtTheStartAndAStoppedSessionIsHistory() {
        String id = start(token()).path("data.session_id");
        account().get("/v1/sessions?type=active").then().body("data.results.id", hasItem(id));

        stop(id);
        stop(id);

        account()
                .get("/v1/sessions/" + id)
                .then()
                .body("data.credits_consumed", equalTo(1))
                .body("data.end_reason", equalTo("USER_CLOSED"));
        given().get("/twin/journal?id=" + id).then().body("micros", equalTo(List.of(100_000)));
    }

    @Test
    void theAgentsAudioIsDroppedUntilConnectedAndPlayedAfterwards() {
        Response started = start(token());
        var agent = new Agent();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(started.path("data.ws_url")), agent)
                .join();
        socket.sendText(speak("early"), true).join();
        agent.awaits("\"connected\"");
        socket.sendText(speak("e1"), true).join();
        socket.sendText("{\"type\":\"agent.speak_end\",\"event_id\":\"e1\"}", true)
                .join();

        agent.awaits("agent.speak_ended");
        assertThat(agent.heard).noneMatch(message -> message.contains("early"));
        assertThat(agent.heard).anyMatch(m -> m.contains("agent.speak_started") && m.contains("\"e1\""));

        stop(started.path("data.session_id"));
        agent.awaits("\"end_reason\":\"USER_CLOSED\"");
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

    private static String token() {
        return account()
                .body(ORDER)
                .post("/v1/sessions/token")
                .then()
                .statusCode(200)
                .extract()
                .path("data.session_token");
    }

    private static Response start(String token) {
        return given().header("Authorization", "Bearer " + token).post("/v1/sessions/start");
    }

    private static void stop(String id) {
        account()
                .body(Map.of("session_id", id, "reason", "done"))
                .post("/v1/sessions/stop")
                .then()
                .statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification account() {
        return given().header("X-API-KEY", "twin-liveavatar-key").contentType("application/json");
    }

    private static io.restassured.specification.RequestSpecification llm() {
        return given().header("Authorization", "Bearer twin-llm-key").contentType("application/json");
    }

    private static String speak(String event) {
        String audio = Base64.getEncoder().encodeToString(new byte[4_800]);
        return "{\"type\":\"agent.speak\",\"event_id\":\"" + event + "\",\"audio\":\"" + audio + "\"}";
    }

    private static final class Agent implements WebSocket.Listener {
        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        void awaits(String part) {
            await().atMost(Duration.ofSeconds(5)).until(() -> heard.stream().anyMatch(m -> m.contains(part)));
        }
    }
}
