package dev.callsheet.twin.live;

import static dev.callsheet.twin.live.LiveClient.LITE;
import static dev.callsheet.twin.live.LiveClient.arm;
import static dev.callsheet.twin.live.LiveClient.seen;
import static dev.callsheet.twin.live.LiveClient.speak;
import static dev.callsheet.twin.live.LiveClient.start;
import static dev.callsheet.twin.live.LiveClient.stop;
import static dev.callsheet.twin.live.LiveClient.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.callsheet.twin.queue.QuickTwin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Live sessions fail on request. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class LiveFaultsIT {
    private static final String INTERRUPT = "{\"type\":\"agent.interrupt\"}";
    private static final String FORMAT =
            "{\"type\":\"start\",\"encoding\":\"pcm_s16le\",\"sample_rate\":24000,\"channels\":1}";

    @AfterEach
    void heal() {
        given().delete("/twin/faults").then().statusCode(200);
    }

    @Test
    void aStartWhoseAnswerIsCutLeavesAnOrphanThatCosts() {
        arm("start-cut", Map.of());
        String token = token(LITE);

        assertThatThrownBy(() -> start(token)).hasMessageContaining("");

        List<String> active = LiveClient.account()
                .get("/v1/sessions?type=active&page_size=100")
                .path("data.results.id");
        assertThat(active).hasSize(1);
        seen(active.getFirst()).then().body("micros", equalTo(100_000));
        stop(active.getFirst()).then().statusCode(200);
    }

    @Test
    void aRefusedStartCostsNothingAndItsTokenStillStarts() {
        arm("start-busy", Map.of());
        String token = token(LITE);

        start(token).then().statusCode(403).body("code", equalTo(4032));

        Response second = start(token);
        second.then().statusCode(201);
        arm("stop-refused", Map.of());
        stop(second.path("data.session_id")).then().statusCode(500);
        seen(second.path("data.session_id")).then().body("state", equalTo("active"));
        stop(second.path("data.session_id")).then().statusCode(200);
    }

    @Test
    void aClampedSessionEndsEarlyAndTellsWhy() {
        arm("session-clamped", Map.of("lasts", "600ms"));
        Response started = start(token(LITE));
        var agent = new LiveClient.Wire(started.path("data.ws_url"));

        agent.awaits("session.stopped", "MAX_DURATION_REACHED");
        agent.awaitsClose(1000);
    }

    @Test
    void whatIsInterruptedMayComeBackAndTheTwinTells() {
        var session = new Talk();
        session.agent.say(speak("old", 1000));
        session.agent.awaits("agent.speak_started", "\"old\"");
        arm("late-audio", Map.of("lasts", "100ms"));

        session.agent.say(INTERRUPT);
        session.agent.awaits("agent.speak_interrupted");

        await().untilAsserted(() -> assertThat(seen(session.id).<Integer>path("played[0].afterInterruptMs"))
                .isPositive());
        session.end();
    }

    @Test
    void aLineBreaksWithACodeOrWithoutAndAnotherOneGoesOn() {
        var session = new Talk();
        arm("line-closed", Map.of());
        session.agent.say(speak("e1", 100));
        session.agent.awaitsClose(1011);

        var second = session.again();
        arm("line-cut", Map.of());
        second.say(speak("e2", 100));
        await().until(() -> second.closed != 0 && second.closed != 1000);

        arm("format-forgotten", Map.of());
        var third = session.again();
        third.say(speak("silent", 100));
        third.say(FORMAT);
        third.say(speak("heard", 100));
        third.say("{\"type\":\"agent.speak_end\"}");
        third.awaits("agent.speak_ended");
        seen(session.id)
                .then()
                .body("played.event_id", equalTo(List.of("silent", "heard")))
                .body("played.playedMs", equalTo(List.of(0, 100)))
                .body("played.silentMs", hasItem(100));
        session.end();
    }

    @Test
    void theTwinsOwnDoorEndsASessionAsTheProviderDoes() {
        var session = new Talk();

        given().delete("/twin/live/" + session.id + "?reason=NO_CREDITS").then().statusCode(204);

        session.agent.awaits("session.stopped", "NO_CREDITS");
        seen(session.id).then().body("endReason", equalTo("NO_CREDITS"));
    }

    @Test
    void delaysChangeWhileItRuns() {
        given().contentType("application/json")
                .body("{\"speakMs\":700,\"llmFirstMs\":5}")
                .post("/twin/delays")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"speekMs\":700}")
                .post("/twin/delays")
                .then()
                .statusCode(400);
        given().get("/twin/delays").then().body("speakMs", equalTo(700));

        var session = new Talk();
        long said = System.nanoTime();
        session.agent.say(speak("e1", 100));
        session.agent.awaits("agent.speak_started");

        assertThat((System.nanoTime() - said) / 1_000_000).isBetween(650L, 1500L);
        given().delete("/twin/delays").then().statusCode(204);
        session.end();
    }

    private static final class Talk {
        final String id;
        final LiveClient.Wire agent;
        private final String url;

        Talk() {
            Response started = start(token(LITE));
            id = started.path("data.session_id");
            url = started.path("data.ws_url");
            agent = again();
        }

        LiveClient.Wire again() {
            var wire = new LiveClient.Wire(url);
            wire.awaits("\"connected\"");
            return wire;
        }

        void end() {
            stop(id).then().statusCode(200);
        }
    }
}
