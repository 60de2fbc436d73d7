package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class CharactersIT {
    private static final TenantId DEMO = new TenantId("demo");

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
    void aCharacterIsRegisteredMeasuredCastAndWithdrawn() {
        register("a", body("mia", 2, "2030-01-01T00:00:00Z"))
                .then()
                .statusCode(202)
                .header("Location", "/v1/characters/mia")
                .body("state", equalTo("ENROLLING"))
                .body("version", equalTo(1));
        register("a", body("mia", 2, "2030-01-01T00:00:00Z")).then().body("version", equalTo(1));
        register("b", body("mia", 2, "2030-01-01T00:00:00Z")).then().body("version", equalTo(1));
        register("a", body("mia", 1, "2030-01-01T00:00:00Z"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.other_body"));
        register("c", body("mia", 3, "2030-01-01T00:00:00Z")).then().body("version", equalTo(2));
        assertThat(work("mia", 2)).extracting(CharactersIT::type).containsOnly("dev.callsheet.work.enrolment.v1");
        assertThat(Json.read(work("mia", 2).getLast().value()).at("/character/references"))
                .hasSize(3);

        ask("early", "{\"prompt\":\"@{mia} walks\",\"cast\":[\"mia\"]}")
                .then()
                .statusCode(422)
                .body("code", equalTo("request.cast"))
                .body("errors[0].code", equalTo("cast.not_ready"));
        corridor.tell(Samples.measured("mia", 1, "REFUSED"));
        var small = new Fact.ReferenceWarning("mia-1.jpg", "REFERENCE_SMALL", "the face is 30 px high");
        corridor.tell(Samples.measured("mia", 2, "READY", small));
        within(() -> caller().get("/v1/characters/mia")
                .then()
                .statusCode(200)
                .body("state", equalTo("READY"))
                .body("usable", equalTo(2))
                .body("warnings.code", contains("REFERENCE_SMALL")));
        caller().get("/v1/characters").then().body("characters.name", hasItem("mia"));

        String id = ask("cast", "{\"prompt\":\"@{mia} walks\",\"cast\":[\"mia\"]}")
                .then()
                .statusCode(202)
                .body("warnings.code", contains("REFERENCE_SMALL"))
                .extract()
                .path("id");
        within(() -> assertThat(corridor.requests(id)).hasSize(1));
        JsonNode sent = Json.read(corridor.requests(id).getFirst().value());
        assertThat(sent.path("media")).hasSize(3);
        assertThat(sent.at("/consent/id").asText()).isEqualTo("c-mia");
        assertThat(sent.has("cast")).isFalse();
        plan("[{\"prompt\":\"@{mia} walks\",\"cast\":[\"mia\"]},{\"prompt\":\"x\",\"cast\":[\"mai\"]}]")
                .then()
                .statusCode(200)
                .body("rows[0].decision.route", equalTo("r2v"))
                .body("rows[0].decision.warnings.code", hasItem("REFERENCE_SMALL"))
                .body("refused[0].errors[0].code", equalTo("cast.unknown"))
                .body("refused[0].errors[0].allowed", containsString("mia"))
                .body("refused[0].errors[0].suggestion", equalTo("mia"));

        caller().delete("/v1/characters/mia")
                .then()
                .statusCode(202)
                .body("state", equalTo("WITHDRAWN"))
                .body("references", nullValue())
                .body("consent", nullValue());
        assertThat(type(work("mia", 3).getLast())).isEqualTo("dev.callsheet.work.withdrawal.v1");
        ask("gone", "{\"prompt\":\"@{mia} walks\",\"cast\":[\"mia\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("character.withdrawn"));
        ask(
                        "gone-too",
                        "{\"prompt\":\"@{mia} walks\",\"media\":[{\"role\":\"reference\",\"character\":\"mia\","
                                + "\"uri\":\"https://a.example.com/m.jpg\"}]}")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/media/0/character"));
        corridor.tell(Samples.measured("mia", 2, "READY"));
        corridor.tell(Samples.erased("mia", 2));
        within(() -> caller().get("/v1/characters/mia").then().body("state", equalTo("ERASED")));
        register("d", body("mia", 3, "2030-01-01T00:00:00Z")).then().body("version", equalTo(3));
    }

    @Test
    void aConsentThatRunsOutIsWithdrawnWithoutAnybodyAsking() {
        register("short", body("ben", 1, Instant.now().plusMillis(1_500).toString()))
                .then()
                .statusCode(202)
                .body("state", equalTo("ENROLLING"));

        within(() -> caller().get("/v1/characters/ben").then().body("state", equalTo("WITHDRAWN")));

        assertThat(type(work("ben", 2).getLast())).isEqualTo("dev.callsheet.work.withdrawal.v1");
    }

    @Test
    void aNameThatNobodyRegisteredCanBeWithdrawnSinceRequestsMayHaveUsedIt() {
        caller().delete("/v1/characters/Old Kim")
                .then()
                .statusCode(202)
                .header("Location", "/v1/characters/Old%20Kim")
                .body("version", equalTo(0))
                .body("state", equalTo("WITHDRAWN"));

        JsonNode withdrawal = Json.read(work("Old Kim", 1).getFirst().value());

        assertThat(withdrawal.path("name").asText()).isEqualTo("Old Kim");
        assertThat(withdrawal.path("version").asInt()).isZero();
        caller().get("/v1/characters/nobody").then().statusCode(404).body("code", equalTo("character.unknown"));
    }

    @Test
    void whatIsNoRegistrationIsNamedFieldByField() {
        register(
                        "bad",
                        "{\"name\":\"x\",\"kind\":\"dog\",\"references\":[{\"uri\":\"https://a.example.com/1.jpg\"}],\"age\":3}")
                .then()
                .statusCode(422)
                .body("code", equalTo("character.invalid"))
                .body("errors.field", hasItems("/kind", "/age"));
        register(
                        "bad",
                        body("mia", 1, "2030-01-01T00:00:00Z")
                                .replace("https://a.example.com/mia-0", "http://10.0.0.1/0"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("MEDIA_UNREACHABLE"))
                .body("errors[0].field", equalTo("/references/0/uri"));
        register("bad", "[").then().statusCode(400);
        caller().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/characters")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key"));
    }

    private static String body(String name, int references, String until) {
        var document = Json.mapper().createObjectNode().put("name", name).put("kind", "human");
        for (int i = 0; i < references; i++) {
            document.withArray("/references")
                    .addObject()
                    .put("uri", "https://a.example.com/" + name + "-" + i + ".jpg")
                    .put("type", "image")
                    .put("realPerson", true);
        }
        document.putObject("consent")
                .put("id", "c-" + name)
                .put("subject", name)
                .put("until", until)
                .putArray("scope")
                .add("face");
        return document.toString();
    }

    /** Waits for as many events for the scorer. */
    private List<ConsumerRecord<byte[], byte[]>> work(String name, int events) {
        String key = CharacterId.of(DEMO, name).toString();
        within(() -> assertThat(corridor.scoring(key)).hasSize(events));
        return corridor.scoring(key);
    }

    private static String type(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        return Corridor.header(kafkaRecord, "ce_type");
    }

    private static Response register(String key, String body) {
        return caller().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/characters");
    }

    private static Response ask(String key, String body) {
        return caller().header("Idempotency-Key", "characters-" + key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/requests");
    }

    private static Response plan(String body) {
        return caller().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/requests:plan");
    }

    private static RequestSpecification caller() {
        return given().headers(Map.of("X-API-Key", "demo-key"));
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
