package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class RequestsIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String BODY =
            "{\"prompt\":\"slow pan\",\"media\":[{\"role\":\"firstFrame\",\"uri\":\"https://a.example/x.jpg\"}]}";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Corridor corridor;

    @BeforeEach
    void listen() {
        corridor = new Corridor(bootstrapServers);
    }

    @AfterEach
    void hangUp() {
        corridor.close();
    }

    @Test
    void aRequestIsOnTheLogWhenItIsAccepted() {
        String id = RequestId.ofKey(DEMO, "post-1").toString();

        post("post-1", BODY)
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/requests/" + id))
                .body("id", equalTo(id))
                .body("state", equalTo("accepted"))
                .body("links.events", equalTo("/v1/requests/" + id + "/events"));

        within(() -> assertThat(corridor.requests(id))
                .singleElement()
                .satisfies(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .isEqualTo(BODY)));
        get(id).then().statusCode(200).body("state", equalTo("accepted"));
    }

    @Test
    void badInputIsAProblemDocument() {
        given().header("X-API-Key", "demo-key")
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency.key"));
        post("bad-1", "{\"a\":1,\"a\":2}").then().statusCode(400).body("code", equalTo("event.json"));
        post("bad-2", "{\"seed\":NaN}").then().statusCode(400);
        post("bad-3", "[".repeat(500)).then().statusCode(400);
        post("bad-4", "").then().statusCode(400);
        post("bad-5", "{\"media\":[{\"role\":\"frame\",\"uri\":\"x\"}],\"seed\":-1}")
                .then()
                .statusCode(422)
                .body("code", equalTo("request.schema"))
                .body("errors.field", contains("/media/0/role", "/seed"))
                .body("errors[0].allowed", containsString("firstFrame"));
        post("bad-6", "{\"prompt\":\"" + "x".repeat(800_000) + "\"}")
                .then()
                .statusCode(413)
                .body("code", equalTo("request.too_large"));
        post("bad-7", "{\"prompt\":\"" + "x".repeat(2_000_000) + "\"}")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("request.too_large"));
        caller().header("Idempotency-Key", "bad-8")
                .contentType("text/plain")
                .body("x")
                .post("/v1/requests")
                .then()
                .statusCode(415)
                .body("code", equalTo("http.media_type"));
        caller().get("/v1/requests?limit=0").then().statusCode(400).body("code", equalTo("request.limit"));
        caller().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void withoutAKnownKeyThereIsNothing() {
        given().get("/v1/requests")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("auth.missing"));
        given().header("Authorization", "Bearer wrong")
                .get("/v1/requests")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("auth.unknown_key"));
        given().header("Authorization", "Bearer demo-key")
                .get("/v1/requests")
                .then()
                .statusCode(200);
    }

    @Test
    void aRequestByKafkaIsKnownAndAnotherTenantsIsNot() {
        String demo = corridor.ask("demo", "kafka-1", BODY);
        String acme = corridor.ask("acme", "kafka-1", BODY);

        within(() -> get(demo)
                .then()
                .statusCode(200)
                .body("door", equalTo("kafka"))
                .body("request.prompt", equalTo("slow pan")));
        get(acme).then().statusCode(404).body("code", equalTo("request.unknown"));
        caller().get("/v1/requests?limit=200").then().statusCode(200).body("requests.id", hasItem(demo));
    }

    @Test
    void factsMayComeBeforeTheRequestAndTellTheWholeStory() {
        RequestId id = RequestId.ofEvent(DEMO, "/shop", "early-1");
        corridor.tell(Samples.finished(id));
        corridor.tell(Samples.completed(id));
        corridor.tell(Samples.routed(id));
        corridor.ask("demo", "early-1", BODY);

        within(() -> get(id.toString())
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("ended", equalTo(true))
                .body("door", equalTo("kafka"))
                .body("route", equalTo("i2v"))
                .body("decision.reasons", contains("FRAME_INPUT"))
                .body("takes[0].renderMs", equalTo(4000))
                .body("ledger.settledMicros", equalTo(500_000))
                .body("clip.sha256", notNullValue())
                .body("clip.link", containsString("X-Amz-Signature"))
                .body("clip.link", containsString("attachment"))
                .body("history.size()", equalTo(4)));
    }

    @Test
    void anAvatarRequestNamesItsSession() {
        RequestId id = RequestId.ofEvent(DEMO, "/shop", "avatar-1");
        corridor.tell(Samples.turn(id));
        corridor.ask("demo", "avatar-1", "{\"avatar\":{\"id\":\"av\"},\"output\":{\"kind\":\"stream\"}}");
        corridor.tell(Samples.offered(id));

        within(() -> get(id.toString())
                .then()
                .statusCode(200)
                .body("session.avatarId", equalTo("av"))
                .body("session.turns[0].firstFrameMs", equalTo(900))
                .body("session.self", startsWith("http")));
    }

    @Test
    void theEventsComeLiveAndResumeWhereTheyWere() throws Exception {
        String id = corridor.ask("demo", "sse-1", BODY);
        within(() -> get(id).then().statusCode(200));
        try (var client = EventClient.follow(id, null)) {
            client.awaitCount(1);
            corridor.tell(Samples.routed(RequestId.parse(id)));
            client.awaitCount(2);
            corridor.tell(Samples.finished(RequestId.parse(id)));
            corridor.tell(Samples.completed(RequestId.parse(id)));
            client.awaitEnd();

            assertThat(client.types())
                    .startsWith(VideoRequest.TYPE, "dev.callsheet.request.routed.v1")
                    .hasSize(4);
            String second = client.ids().get(1);
            try (var resumed = EventClient.follow(id, second)) {
                resumed.awaitEnd();
                assertThat(resumed.ids()).isEqualTo(client.ids().subList(2, 4));
            }
            caller().header("Last-Event-ID", client.ids().getLast())
                    .accept("text/event-stream")
                    .get("/v1/requests/" + id + "/events")
                    .then()
                    .statusCode(204);
        }
        caller().accept("text/event-stream")
                .get("/v1/requests/" + RequestId.ofKey(DEMO, "never") + "/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void theLivePageLearnsWhereSessionsAre() {
        given().get("/live/config.json").then().statusCode(200).body("sessionsUrl", startsWith("http"));
        given().get("/").then().statusCode(200).body(containsString("Callsheet"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static Response post(String key, String body) {
        return caller().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/requests");
    }

    private static Response get(String id) {
        return caller().get("/v1/requests/" + id);
    }

    private static RequestSpecification caller() {
        return given().headers(Map.of("X-API-Key", "demo-key"));
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
