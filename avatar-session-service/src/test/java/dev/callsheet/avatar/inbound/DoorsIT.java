package dev.callsheet.avatar.inbound;

import static dev.callsheet.avatar.inbound.Calls.demo;
import static dev.callsheet.avatar.inbound.Calls.end;
import static dev.callsheet.avatar.inbound.Calls.post;
import static dev.callsheet.avatar.inbound.Calls.show;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.SessionComment;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.SessionTurn;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Words from everywhere into a session: REST, WebSocket, Kafka. With real Kafka and PostgreSQL; the provider is a fake. */
@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,postgres"),
            @ResourceArg(name = "schema", value = "avatar")
        })
@WithTestResource(FakeProviders.class)
class DoorsIT {
    private static final String SHOP = "https://shop.example";
    private static final String SKIPPED = "dev.callsheet.turn.skipped.v1";

    @Inject
    HttpClient http;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aPassForAPartnersPageLetsInFromThereAlone() {
        Response started = start("pass", "");
        String id = started.path("sessionId");

        Response pass =
                demo().body("{\"ttlSeconds\":60,\"origin\":\"" + SHOP + "\"}").post("/v1/sessions/" + id + "/viewers");
        pass.then().statusCode(201);
        String line = pass.path("turns");

        try (var welcome = Talk.join(http, line, SHOP);
                var stranger = Talk.join(http, line, "https://other.example");
                var copied = Talk.join(http, line)) {
            assertThat(welcome.await("session.hello").path("sessionId").asText())
                    .isEqualTo(id);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> stranger.closeCode() == 4401 && copied.closeCode() == 4401);
            assertThat(stranger.await("problem").path("code").asText()).isEqualTo("auth.pass");
        }
        demo().body("{\"origin\":\"shop\"}")
                .post("/v1/sessions/" + id + "/viewers")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/origin"));
        given().header("Origin", SHOP)
                .header("X-API-Key", "demo-key")
                .get("/v1/sessions/" + id)
                .then()
                .statusCode(403);
        end(id);
    }

    @Test
    void whoComesBackIsToldWhatItMissed() {
        Response started = start("resume", "");
        String line = started.path("turns");
        String cursor;
        try (var talk = Talk.join(http, line)) {
            talk.say("Hello?");
            cursor = talk.await("turn.started", 1).path("cursor").asText();
        }
        assertThat(cursor).isNotEmpty();

        try (var again = Talk.join(http, line + "&after=" + cursor)) {
            again.await("turn.ended", 1);
            assertThat(again.find("turn.started", 1)).isEmpty();
            assertThat(again.await("session.hello").path("resumed").asBoolean()).isTrue();
        }
        end(started.path("sessionId"));
    }

    @Test
    void wordsByEveryDoorAreAnsweredOnceAndShownWithTheirTimes() {
        Response started =
                start("words", ",\"turnPolicy\":\"queue\",\"consent\":{\"recordTranscript\":true,\"keepHours\":1}");
        String id = started.path("sessionId");
        var session = new SessionId(UUID.fromString(id));
        try (var partner = new Partner(bootstrapServers);
                var talk = Talk.join(http, started.path("turns"))) {
            talk.await("session.hello");
            for (int i = 0; i < 2; i++) {
                demo().body("{\"id\":\"by-rest\",\"text\":\"First?\"}")
                        .post("/v1/sessions/" + id + "/turns")
                        .then()
                        .statusCode(202)
                        .body("inputId", equalTo("by-rest"));
                partner.says("e-1", SessionTurn.TYPE, session, new SessionTurn(session, "Second?"));
            }
            talk.await("turn.ended", 2);

            // Turns are stored beside the conversation.
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() ->
                            demo().get("/v1/sessions/" + id + "/turns").then().body("turns", hasSize(2)));
            demo().get("/v1/sessions/" + id + "/turns")
                    .then()
                    .statusCode(200)
                    .body("turns[0].inputs.origin", equalTo(List.of("rest")))
                    .body("turns[1].inputs.origin", equalTo(List.of("kafka")));
            demo().get("/v1/sessions/" + id + "/turns?after=1").then().body("turns.turn", equalTo(List.of(2)));
            demo().get("/v1/sessions/" + id + "/transcript")
                    .then()
                    .statusCode(200)
                    .body("lines[0].text", equalTo("First?"))
                    .body("lines[1].speaker", equalTo("avatar"));
            given().header("X-API-Key", "operator-key")
                    .get("/v1/sessions?state=live")
                    .then()
                    .statusCode(200)
                    .body("sessions.find { it.sessionId == '" + id + "' }.costMicros", equalTo(100_000))
                    .body("sessions.find { it.sessionId == '" + id + "' }.viewers", equalTo(1));
        }
        end(id);
        demo().delete("/v1/sessions/" + id + "/transcript").then().statusCode(204);
        demo().get("/v1/sessions/" + id + "/transcript").then().statusCode(200).body("lines", hasSize(0));
    }

    @Test
    void wordsThatCannotBeAnsweredAreToldAndUnreadableOnesPutAside() {
        var nobodys = new SessionId(new UUID(7, 7));
        try (var partner = new Partner(bootstrapServers);
                var facts = new FactLog(bootstrapServers)) {
            partner.babbles(SessionTurn.TYPE, nobodys);
            partner.says("n-1", SessionTurn.TYPE, nobodys, new SessionTurn(nobodys, "Hello?", "mine", null));
            partner.says("n-2", SessionComment.TYPE, nobodys, new SessionComment(nobodys, "81", null, "Hi!", null));

            var told = facts.told(nobodys.toString(), SKIPPED, 2);
            assertThat(told).extracting(fact -> fact.path("inputId").asText()).containsExactly("mine", "81");
            assertThat(told)
                    .allSatisfy(fact -> assertThat(fact.path("reason").asText()).isEqualTo("session.not_live"));
        }
        demo().body("{\"text\":\"Hello?\"}")
                .post("/v1/sessions/" + nobodys + "/turns")
                .then()
                .statusCode(404);
        demo().get("/v1/sessions?state=asleep").then().statusCode(400).body("errors.field", hasItem("state"));
    }

    @Test
    void aPartnerPausesAndResumesBySession() {
        Response started = start("pause", "");
        String id = started.path("sessionId");
        var session = new SessionId(UUID.fromString(id));
        try (var partner = new Partner(bootstrapServers);
                var talk = Talk.join(http, started.path("turns"))) {
            talk.await("session.hello");
            partner.wants("c-1", Control.Pause.TYPE, session, new Control.Pause(session, "the night"));
            state(id, "paused");
            demo().body("{\"text\":\"Hello?\"}")
                    .post("/v1/sessions/" + id + "/turns")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("session.not_live"));
            partner.wants("c-2", Control.Resume.TYPE, session, new Control.Resume(session));
            state(id, "live");
            talk.say("Are you back?");
            talk.await("turn.ended", 1);
        }
        demo().post("/v1/sessions/" + id + "/pause").then().statusCode(200).body("state", equalTo("paused"));
        end(id).then().body("legs", hasSize(2));
    }

    @Test
    void soundWithoutAnOpenMicrophoneIsToldToBeLost() {
        Response started = start("sound", "");
        try (var talk = Talk.join(http, started.path("turns"))) {
            talk.sound(new byte[640]);
            assertThat(talk.await("problem").path("code").asText()).isEqualTo("microphone.closed");
        }
        end(started.path("sessionId"));
    }

    private static void state(String id, String state) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> show(id).then().body("state", equalTo(state)));
    }

    private static Response start(String key, String more) {
        Response started = post("doors-" + key, "{\"avatarId\":\"" + Orders.AVATAR + "\"" + more + "}");
        started.then().statusCode(201);
        return started;
    }
}
