package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
class BatchIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String ROWS = """
            sku,image,prompt
            a,https://cdn.example.com/a.jpg,orbit
            b,https://cdn.example.com/b.jpg,orbit
            c,https://cdn.example.com/c.jpg,orbit
            tiny,http://169.254.169.254/d.jpg,orbit
            """;

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
    void aCatalogueIsOneObjectFromItsFirstRowToItsLastClip() {
        JsonNode taken = taken(post("autumn", "text/csv", ROWS, "?title=Autumn&campaign=autumn"));
        String id = taken.at("/batch/id").asText();
        assertThat(taken.at("/batch/progress/total").asInt()).isEqualTo(4);
        assertThat(taken.at("/batch/progress/refused").asInt()).isEqualTo(1);
        assertThat(taken.at("/refused/0/name").asText()).isEqualTo("tiny");
        assertThat(taken.at("/refused/0/errors/0/code").asText()).isEqualTo("MEDIA_UNREACHABLE");
        assertThat(taken(post("autumn", "text/csv", ROWS, "?title=Autumn&campaign=autumn"))
                        .at("/batch/id")
                        .asText())
                .isEqualTo(id);
        post("autumn", "text/csv", ROWS.replace("orbit", "pan"), "")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.other_body"));

        List<RequestId> rows = requests(id);
        assertThat(rows).hasSize(3);
        rows.forEach(row -> {
            corridor.tell(Samples.routed(row));
            corridor.tell(Samples.queued(row, 1));
            corridor.tell(Samples.forecast(row, 1, 2, 60_000, 90_000));
        });
        within(() -> caller().get("/v1/batches/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("fanned-out"))
                .body("campaign", equalTo("autumn"))
                .body("progress.queued", equalTo(3))
                .body("money.quotedMicros", equalTo(1_500_000))
                .body("forecast.basis", equalTo("takes"))
                .body("reasons.code", hasItem("MEDIA_UNREACHABLE")));

        RequestId done = rows.get(0);
        List.of(Samples.rendering(done, 1), Samples.finished(done), Samples.completed(done))
                .forEach(corridor::tell);
        corridor.tell(Samples.failed(rows.get(1), "provider.failed", 0));
        corridor.tell(Samples.rendering(rows.get(2), 1));
        within(() -> caller().get("/v1/batches/" + id)
                .then()
                .body("progress.completed", equalTo(1))
                .body("progress.failed", equalTo(1))
                .body("progress.rendering", equalTo(1))
                .body("money.settledMicros", equalTo(500_000))
                .body("money.committedMicros", equalTo(500_000)));

        String csv = caller().get("/v1/batches/" + id + "/results?format=csv").asString();
        assertThat(csv.split("\r\n"))
                .hasSize(5)
                .startsWith("row,name,request,state,reason,clip,link,seconds,cost")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("1,a," + done + ",completed,,s3://callsheet/")
                        .contains("X-Amz-Signature")
                        .endsWith(",5.0,0.500000"))
                .anySatisfy(line -> assertThat(line).contains(",failed,provider.failed,,,,0.000000"))
                .anySatisfy(line -> assertThat(line).startsWith("4,tiny,,refused,MEDIA_UNREACHABLE,"));
        caller().get("/v1/batches/" + id + "/results")
                .then()
                .body("size()", equalTo(4))
                .body("[3].errors[0].code", equalTo("MEDIA_UNREACHABLE"));

        corridor.tell(Samples.cancelled(rows.get(2)));
        within(() -> caller().get("/v1/batches/" + id)
                .then()
                .body("state", equalTo("partly"))
                .body("ended", equalTo(true))
                .body("forecast", nullValue()));
        caller().get("/v1/batches").then().body("batches.id", hasItem(id));
        caller().get("/v1/requests/" + done).then().body("parent", equalTo(id));
        caller().accept("text/event-stream")
                .get("/v1/batches/" + id + "/events")
                .then()
                .statusCode(200)
                .body(containsString("event:progress"));
        // The campaign's name comes with the requests themselves, by another topic than the facts.
        within(() -> caller().get("/v1/costs?campaign=autumn")
                .then()
                .statusCode(200)
                .body("campaigns.size()", equalTo(1))
                .body("campaigns[0].total.requests", equalTo(3))
                .body("campaigns[0].days[0].money.settledMicros", equalTo(500_000))
                .body("total.completed", equalTo(1)));
    }

    @Test
    void aCancelTellsEveryOpenRequestOnceAndSaysWhatIsFree() {
        String id = taken(post("stopped", "text/csv", ROWS, "")).at("/batch/id").asText();
        List<RequestId> rows = requests(id);
        corridor.tell(Samples.rendering(rows.get(0), 1));
        corridor.tell(Samples.cancelled(rows.get(1)));
        within(() -> caller().get("/v1/batches/" + id)
                .then()
                .body("progress.rendering", equalTo(1))
                .body("progress.cancelled", equalTo(1)));

        for (int time = 0; time < 2; time++) {
            caller().delete("/v1/batches/" + id + "?unstoppable=drop")
                    .then()
                    .statusCode(202)
                    .body("asked", equalTo(2))
                    .body("free", equalTo(1))
                    .body("underWay", equalTo(1))
                    .body("ended", equalTo(1))
                    .body("unstoppable", equalTo("drop"));
        }

        within(() -> assertThat(corridor.cancels())
                .contains(
                        Map.entry(rows.get(0).toString(), "drop"),
                        Map.entry(rows.get(2).toString(), "drop"))
                .doesNotContainKey(rows.get(1).toString()));
        caller().get("/v1/batches/" + id).then().body("cancelledAt", notNullValue());
        caller().delete("/v1/requests/" + rows.get(2) + "?unstoppable=maybe")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.unstoppable"));
        caller().delete("/v1/requests/" + rows.get(2))
                .then()
                .statusCode(202)
                .body("asked", equalTo(1))
                .body("unstoppable", equalTo("keep"));
        caller().delete("/v1/requests/" + RequestId.ofKey(DEMO, "never")).then().statusCode(404);
    }

    @Test
    void aFolderIsABatchThatEndsWithItsLastChild() throws Exception {
        RequestId parent =
                RequestId.parse(corridor.ask("demo", "folder-1", "{\"title\":\"shoes\",\"campaign\":\"f\"}"));
        List<RequestId> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(RequestId.parse(corridor.ask(
                    "demo",
                    "folder-1-" + i,
                    "{\"prompt\":\"x\",\"media\":[{\"uri\":\"s3://callsheet/tenant/demo/media/f/" + i + ".jpg\"}]}")));
        }
        corridor.tell(Samples.completed(children.get(0)));
        corridor.tell(Samples.routed(parent));
        corridor.tell(Samples.split(parent, children));
        within(() -> caller().get("/v1/batches/" + parent)
                .then()
                .statusCode(200)
                .body("kind", equalTo("folder"))
                .body("title", equalTo("shoes"))
                .body("progress.completed", equalTo(1)));
        try (var client = EventClient.follow(parent.toString(), null)) {
            client.awaitCount(3);
            caller().delete("/v1/requests/" + parent)
                    .then()
                    .statusCode(202)
                    .body("asked", equalTo(2))
                    .body("free", equalTo(2));
            within(() -> assertThat(corridor.cancels())
                    .containsKeys(
                            parent.toString(),
                            children.get(1).toString(),
                            children.get(2).toString()));
            corridor.tell(Samples.cancelled(children.get(1)));
            corridor.tell(Samples.cancelled(children.get(2)));
            client.awaitEnd();
        }
        caller().get("/v1/requests/" + parent)
                .then()
                .body("state", equalTo("partly"))
                .body("ended", equalTo(true))
                .body("links.batch", equalTo("/v1/batches/" + parent))
                .body("children.state", containsInAnyOrder("completed", "cancelled", "cancelled"));
        caller().get("/v1/batches/" + parent + "/results")
                .then()
                .body("name", equalTo(List.of("0.jpg", "1.jpg", "2.jpg")));
    }

    @Test
    void aLateClipIsShownAtARequestThatHasFailed() {
        RequestId id = RequestId.parse(corridor.ask("demo", "late-1", "{\"prompt\":\"x\"}"));
        List.of(Samples.queued(id, 1), Samples.rendering(id, 1), Samples.forecast(id, 1, null, 60_000, 90_000))
                .forEach(corridor::tell);
        within(() -> caller().get("/v1/requests/" + id)
                .then()
                .body("progress.state", equalTo("rendering"))
                .body("progress.latestAt", notNullValue())
                .body("progress.place", nullValue()));
        corridor.tell(Samples.failed(id, "request.deadline", 500_000));
        within(() -> caller().get("/v1/requests/" + id)
                .then()
                .body("state", equalTo("failed"))
                .body("progress", nullValue())
                .body("failure.openMicros", equalTo(500_000))
                .body("ledger.committedMicros", equalTo(500_000)));
        corridor.tell(Samples.finished(id));
        within(() -> caller().get("/v1/requests/" + id)
                .then()
                .body("state", equalTo("failed"))
                .body("clip.link", notNullValue())
                .body("ledger.committedMicros", equalTo(0))
                .body("ledger.settledMicros", equalTo(500_000)));
    }

    @Test
    void anEmptyOrUnreadableBatchIsAProblem() {
        post("none", "application/json", "[]", "").then().statusCode(422).body("code", equalTo("batch.rows"));
        post("none", "application/json", "{\"requests\":[1],\"x\":1}", "")
                .then()
                .statusCode(400)
                .body("code", equalTo("batch.form"));
        post("none", "text/csv", "a\n\"", "").then().statusCode(400);
        caller().get("/v1/batches/nothing").then().statusCode(404).body("code", equalTo("batch.unknown"));
        caller().get("/v1/costs?from=yesterday").then().statusCode(400).body("code", equalTo("costs.time"));
        JsonNode refused = taken(post("all", "application/json", "[1,2]", ""));
        assertThat(refused.at("/batch/state").asText()).isEqualTo("failed");
    }

    @Test
    void theExampleIsTakenAsItStands() throws IOException {
        Path examples = Path.of("..", "examples");
        JsonNode taken =
                taken(post("example", "application/json", Files.readString(examples.resolve("batch.json")), ""));

        assertThat(taken.at("/batch/progress/refused").asInt()).isZero();
        assertThat(taken.at("/batch/progress/total").asInt()).isEqualTo(3);
    }

    private static JsonNode taken(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return Json.read(answer.asString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<RequestId> requests(String batch) {
        JsonNode rows =
                Json.readList(caller().get("/v1/batches/" + batch + "/results").asByteArray());
        List<RequestId> ids = new ArrayList<>();
        rows.forEach(row -> {
            if (row.has("request")) {
                ids.add(RequestId.parse(row.path("request").asText()));
            }
        });
        return ids;
    }

    private static Response post(String key, String type, String body, String query) {
        return caller().header("Idempotency-Key", key)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/batches" + query);
    }

    private static RequestSpecification caller() {
        return given().headers(Map.of("X-API-Key", "demo-key"));
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
