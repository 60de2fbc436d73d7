package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Many requests at once: decided before they are sent, and sent once. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class PlanIT {
    private static final Catalogue CATALOGUE = new Catalogue();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void exactlyThePlantedDefectsAreRefusedAndNothingIsPublished() {
        try (var corridor = new Corridor(bootstrapServers)) {
            Set<String> before = corridor.allRequests();
            JsonNode plan =
                    body(plan(CATALOGUE.rows()).then().statusCode(200).extract().response());

            Map<String, Set<String>> refused = new HashMap<>();
            plan.path("refused")
                    .forEach(row -> refused.put(
                            row.path("id").asText(),
                            row.path("errors")
                                    .valueStream()
                                    .map(error -> error.path("code").asText())
                                    .collect(Collectors.toSet())));
            assertThat(CATALOGUE.planted()).hasSize(37);
            assertThat(new HashSet<>(CATALOGUE.planted().values())).hasSize(12);
            assertThat(refused.keySet()).isEqualTo(CATALOGUE.planted().keySet());
            CATALOGUE
                    .planted()
                    .forEach((id, reason) -> assertThat(refused.get(id)).as(id).contains(reason.name()));
            assertThat(plan.at("/totals/rows").asInt()).isEqualTo(1_000);
            assertThat(plan.at("/totals/accepted").asInt()).isEqualTo(963);
            assertThat(plan.at("/totals/refused").asInt()).isEqualTo(37);
            assertThat(plan.at("/totals/clips").asInt()).isEqualTo(963);
            assertThat(plan.at("/totals/cost/from").asLong())
                    .isEqualTo(963 * 500_000L)
                    .isEqualTo(costs(plan));
            assertThat(plan.path("rows")).hasSize(1_000);
            for (int i = 0; i < 1_000; i++) {
                assertThat(plan.path("rows").get(i).path("id").asText()).isEqualTo("sku-" + i);
            }
            // What comes next on the log is what is sent next.
            before.add(corridor.ask("demo", "after the plan", "{\"prompt\":\"x\"}"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(corridor.allRequests()).hasSizeGreaterThanOrEqualTo(before.size()));
            assertThat(corridor.allRequests()).isEqualTo(before);
        }
    }

    @Test
    void theAcceptedRowsAreSentOnceHoweverOftenThePlanIs() {
        try (var corridor = new Corridor(bootstrapServers)) {
            JsonNode first = body(submit("season", CATALOGUE.rows()));
            JsonNode second = body(submit("season", CATALOGUE.rows()));

            assertThat(first.path("sent")).hasSize(963);
            assertThat(first.path("refused")).hasSize(37);
            assertThat(first.path("failed")).isEmpty();
            assertThat(second.path("sent")).isEqualTo(first.path("sent"));
            Set<String> ids = first.path("sent")
                    .valueStream()
                    .map(row -> row.path("requestId").asText())
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(963);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(corridor.allRequests()).containsAll(ids));
            assertThat(corridor.recordsOf(ids)).as("records on the log").isEqualTo(963);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> given().header("X-API-Key", "demo-key")
                            .get("/v1/requests/" + ids.iterator().next())
                            .then()
                            .statusCode(200)
                            .body("door", equalTo("rest")));
        }
    }

    @Test
    void aCorrectedPlanSendsWhatWasCorrectedAndNothingTwice() {
        String good =
                "{\"id\":\"a\",\"prompt\":\"x\",\"media\":[{\"role\":\"firstFrame\",\"uri\":\"https://a.example.com/x.jpg\"}]}";
        String bad =
                good.replace("\"a\"", "\"b\"").replace("\"prompt\":\"x\"", "\"prompt\":\"x\",\"model\":\"sora-9\"");
        String better = good.replace("\"a\"", "\"b\"");
        String changed = good.replace("\"x\"", "\"y\"");

        JsonNode first = body(submit("corrected", tree("[" + good + "," + bad + "]")));
        JsonNode second = body(submit("corrected", tree("{\"requests\":[" + good + "," + better + "]}")));
        JsonNode third = body(submit("corrected", tree("[" + changed + "," + better + "]")));

        assertThat(first.path("sent")).hasSize(1);
        assertThat(first.path("refused")
                        .get(0)
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo(Reason.UNKNOWN_MODEL.name());
        assertThat(second.path("sent")).hasSize(2);
        assertThat(second.path("sent").get(0)).isEqualTo(first.path("sent").get(0));
        assertThat(third.path("sent")).hasSize(1);
        assertThat(third.path("failed").get(0).path("code").asText()).isEqualTo("idempotency.other_body");
    }

    @Test
    void oneRequestIsAPlanAndWhatIsNoneIsAProblem() {
        JsonNode one = body(plan(CATALOGUE.rows().get(0)));
        assertThat(one.path("rows")).hasSize(1);
        assertThat(body(plan(tree("[]"))).at("/totals/rows").asInt()).isZero();
        assertThat(body(plan(tree("[1,\"x\",null]"))).at("/totals/refused").asInt())
                .isEqualTo(3);

        send("/v1/requests:plan", "k", "[" + "1,".repeat(10_000) + "1]")
                .then()
                .statusCode(413)
                .body("code", equalTo("plan.rows"));
        send("/v1/requests:plan", "k", "[1").then().statusCode(400).body("code", equalTo("event.json"));
        send("/v1/requests:plan", "k", "\"" + "x".repeat(8 << 20) + "\"")
                .then()
                .statusCode(413)
                .body("code", equalTo("request.too_large"));
        given().header("X-API-Key", "demo-key")
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/requests:submitPlan")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key"));
    }

    private static long costs(JsonNode plan) {
        return plan.path("rows")
                .valueStream()
                .mapToLong(row -> row.at("/decision/cost/from").asLong())
                .sum();
    }

    private static Response plan(JsonNode rows) {
        return send("/v1/requests:plan", "none", Json.text(rows));
    }

    private static Response submit(String key, JsonNode rows) {
        Response answer = send("/v1/requests:submitPlan", key, Json.text(rows));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer;
    }

    private static Response send(String path, String key, String body) {
        return given().urlEncodingEnabled(false)
                .header("X-API-Key", "demo-key")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static JsonNode body(Response answer) {
        return tree(answer.asString());
    }

    private static JsonNode tree(String text) {
        try {
            return Json.mapper().readTree(new com.fasterxml.jackson.core.JsonFactory().createParser(text));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
