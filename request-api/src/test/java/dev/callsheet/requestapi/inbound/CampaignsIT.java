package dev.callsheet.requestapi.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class CampaignsIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String MEDIA =
            "\"media\":[{\"role\":\"reference\",\"type\":\"image\",\"character\":\"zoe\",\"uri\":\"https://a.example.com/zoe.jpg\"}]";
    private static final String TRIAL = """
            {"bound":{"prompt":"@{zoe} walks",%1$s},"text":{"prompt":"a woman with a red hat walks",%1$s},
             "pairs":3,"seed":11%2$s}""";

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
    void aTrialShowsItsPriceThenRunsPairsThenSaysWhatMayBeSaid() {
        JsonNode plan = tree(trial("").then().statusCode(200).extract().asByteArray());
        assertThat(plan.path("needed").asInt()).isEqualTo(54);
        assertThat(plan.path("suffices").asBoolean()).isFalse();
        assertThat(plan.path("requests").asInt()).isEqualTo(6);
        assertThat(plan.at("/cost/to").asLong())
                .isEqualTo(plan.at("/bound/cost/to").asLong()
                        + plan.at("/text/cost/to").asLong())
                .isPositive();
        trial(",\"confirm\":\"nothing\"").then().statusCode(409).body("code", equalTo("trial.confirm"));
        caller().get("/v1/campaigns/summer").then().statusCode(404).body("code", equalTo("campaign.unknown"));

        String confirm = ",\"confirm\":\"" + plan.path("confirm").asText() + "\"";
        JsonNode begun = tree(trial(confirm).then().statusCode(202).extract().asByteArray());
        String self = begun.at("/links/self").asText();
        trial(confirm)
                .then()
                .statusCode(202)
                .header("Location", self)
                .body("id", equalTo(begun.path("id").asText()));

        List<RequestId> requests = requests(begun.at("/links/batch").asText());
        assertThat(requests).hasSize(6);
        within(() -> requests.forEach(
                id -> assertThat(corridor.requests(id.toString())).hasSize(1)));
        List<JsonNode> bodies = requests.stream()
                .map(id -> Json.read(corridor.requests(id.toString()).getFirst().value()))
                .toList();
        assertThat(bodies).extracting(body -> body.path("seed").asInt()).containsExactly(11, 11, 12, 12, 13, 13);
        assertThat(bodies).allSatisfy(body -> {
            assertThat(body.path("maxTakes").asInt()).isOne();
            assertThat(body.path("campaign").asText()).isEqualTo("summer");
        });
        for (int i = 0; i < 6; i += 2) {
            made(requests.get(i), "PASS");
        }
        made(requests.get(1), "FAIL");
        made(requests.get(3), "NOT_MEASURABLE");
        corridor.tell(Samples.failed(requests.get(5), "provider.failed", 0));

        within(() -> caller().get(self)
                .then()
                .statusCode(200)
                .body("pairs.complete", equalTo(3))
                .body("bound.passed", equalTo(3))
                .body("bound.n", equalTo(3))
                .body("bound.low", closeTo(0.4385, 0.0001))
                .body("text.passed", equalTo(0))
                .body("text.notMeasurable", equalTo(1))
                .body("text.unmade", equalTo(1))
                .body("difference.value", closeTo(1, 1e-9))
                .body("test.p", closeTo(0.25, 1e-9))
                .body("conclusion", nullValue())
                .body("why", containsString("needs 54")));
        within(() -> caller().get("/v1/campaigns/summer")
                .then()
                .statusCode(200)
                .body("requests.total", equalTo(6))
                .body("trials.id", contains(begun.path("id").asText()))
                .body("accepted.clips", equalTo(3)));
        caller().get("/v1/campaigns/summer/trials/none").then().statusCode(404).body("code", equalTo("trial.unknown"));
        trial(",\"pairs\":0").then().statusCode(400);
        given(TRIAL.formatted(MEDIA, "").replace("@{zoe} walks", "somebody walks"))
                .post("/v1/campaigns/summer/trials")
                .then()
                .statusCode(422)
                .body("code", equalTo("trial.invalid"))
                .body("errors[0].field", equalTo("/bound/prompt"));
    }

    @Test
    void aCampaignSaysWhatAnAcceptedClipCostsAndAPersonsWordCounts() {
        RequestId passed = asked("harbour-1");
        RequestId review = asked("harbour-2");
        made(passed, "PASS");
        List.of(Samples.routedToR2v(review), Samples.queued(review, 1), Samples.finished(review))
                .forEach(corridor::tell);
        corridor.tell(Samples.scoredWithEvidence(review, "REVIEW"));
        corridor.tell(Samples.held(review, "REVIEW"));
        corridor.tell(Samples.campaignScored("harbour", 2, 7, 1));
        corridor.tell(Samples.campaignScored("harbour", 2, 6, 0));
        corridor.tell(Samples.campaignScored("harbour", 1, 9, 1));

        within(() -> caller().get("/v1/campaigns/harbour")
                .then()
                .statusCode(200)
                .body("requests.total", equalTo(2))
                .body("takes", equalTo(2))
                .body("accepted.clips", equalTo(1))
                .body("accepted.costMicros", equalTo(1_000_000))
                .body("money.settledMicros", equalTo(1_000_000))
                .body("consistency.takes", equalTo(2))
                .body("consistency.bound.passed", equalTo(1))
                .body("consistency.unbound", nullValue())
                .body("pageLink", containsString("X-Amz-Signature")));
        caller().get("/v1/requests/" + review)
                .then()
                .body("state", equalTo("held"))
                .body("ended", equalTo(false))
                .body("takes[0].score.pageLink", containsString("report.html"))
                .body("takes[0].score.framesLink", containsString("frames.csv"))
                .body("takes[0].score.curveLink", containsString("curve.svg"))
                .body("takes[0].score.measured.characters[0].flags", contains("COPY_PASTE"));

        for (int time = 0; time < 2; time++) {
            given("{\"take\":1,\"by\":\"kim\"}")
                    .post("/v1/requests/" + review + "/approval")
                    .then()
                    .statusCode(202)
                    .body("take", equalTo(TakeId.of(review, 1).toString()))
                    .body("word", equalTo("approved"))
                    .body("verdict", equalTo("REVIEW"));
        }
        within(() -> assertThat(corridor.rulings(review.toString())).hasSize(2));
        assertThat(corridor.rulings(review.toString()).getFirst().path("by").asText())
                .isEqualTo("kim");
        corridor.tell(Samples.ruled(review, Ruling.Word.APPROVED, Instant.EPOCH));
        corridor.tell(Samples.completedWith(review, "REVIEW"));
        within(() -> caller().get("/v1/requests/" + review)
                .then()
                .body("state", equalTo("completed"))
                .body("verdict", equalTo("REVIEW"))
                .body("takes[0].result", equalTo(true))
                .body("takes[0].ruling.word", equalTo("approved"))
                .body("takes[0].ruling.by", equalTo("kim")));
        corridor.tell(Samples.ruled(passed, Ruling.Word.REJECTED, Instant.EPOCH));
        within(() -> caller().get("/v1/campaigns")
                .then()
                .body("campaigns.name", hasItem("harbour"))
                .body("campaigns.find { it.name == 'harbour' }.accepted.clips", equalTo(1))
                .body("campaigns.find { it.name == 'harbour' }.rulings.approved", equalTo(1))
                .body("campaigns.find { it.name == 'harbour' }.rulings.rejected", equalTo(1)));
    }

    @Test
    void aWordOnWhatIsNotThereIsRefused() {
        RequestId open = asked("ruled-1");
        corridor.tell(Samples.queued(open, 1));
        within(() -> caller().get("/v1/requests/" + open).then().body("state", equalTo("queued")));
        given("")
                .post("/v1/requests/" + open + "/rejection")
                .then()
                .statusCode(409)
                .body("code", equalTo("ruling.no_clip"));
        given("{\"take\":4}")
                .post("/v1/requests/" + open + "/rejection")
                .then()
                .statusCode(404)
                .body("code", equalTo("take.unknown"));
        given("{\"who\":\"kim\"}")
                .post("/v1/requests/" + open + "/approval")
                .then()
                .statusCode(422)
                .body("code", equalTo("ruling.invalid"))
                .body("errors[0].field", equalTo("/who"));
        given("")
                .post("/v1/requests/" + RequestId.ofKey(DEMO, "never") + "/approval")
                .then()
                .statusCode(404)
                .body("code", equalTo("request.unknown"));
        corridor.tell(Samples.finished(open));
        corridor.tell(Samples.routed(open));
        within(() -> given("")
                .post("/v1/requests/" + open + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("ruling.route")));
    }

    private RequestId asked(String id) {
        return RequestId.parse(corridor.ask("demo", id, "{\"prompt\":\"x\",\"campaign\":\"harbour\"}"));
    }

    private void made(RequestId id, String verdict) {
        List.of(
                        Samples.queued(id, 1),
                        Samples.finished(id),
                        Samples.scored(id, verdict),
                        Samples.completedWith(id, verdict))
                .forEach(corridor::tell);
    }

    private static List<RequestId> requests(String batch) {
        JsonNode rows = Json.readList(caller().get(batch + "/results").asByteArray());
        List<RequestId> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(RequestId.parse(row.path("request").asText())));
        return ids;
    }

    private static Response trial(String more) {
        return given(TRIAL.formatted(MEDIA, more)).post("/v1/campaigns/summer/trials");
    }

    private static RequestSpecification given(String body) {
        return caller().contentType(ContentType.JSON).body(body);
    }

    private static RequestSpecification caller() {
        return io.restassured.RestAssured.given()
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .headers(Map.of("X-API-Key", "demo-key"));
    }

    private static JsonNode tree(byte[] answer) {
        return Json.read(answer);
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
