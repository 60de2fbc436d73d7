package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.Conflict;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two doors, one corridor: a key is one request, whichever door it came by and however often. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class DoorsIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String BODY =
            "{\"prompt\":\"slow pan\",\"media\":[{\"role\":\"firstFrame\",\"uri\":\"https://a.example/x.jpg\"}]}";
    private static final String SAME =
            "{ \"media\" : [ {\"uri\":\"https://a.example/x.jpg\", \"role\":\"firstFrame\"} ],\n\"prompt\":\"slow pan\" }";
    private static final String OTHER = BODY.replace("slow", "fast");

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
    void aHundredParallelPostsOfOneKeyAreOneRequest() throws Exception {
        String id = RequestId.ofKey(DEMO, "hundred").toString();
        try (var threads = Executors.newFixedThreadPool(100)) {
            List<Callable<HttpResponse<String>>> posts = IntStream.range(0, 100)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> Post.of("hundred", i % 2 == 0 ? BODY : SAME))
                    .toList();
            for (var answer : threads.invokeAll(posts)) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                assertThat(Json.read(utf8(answer.get().body())).path("id").asText())
                        .isEqualTo(id);
            }
        }
        within(() -> show(id).body("history.type", contains(VideoRequest.TYPE)));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(corridor.requests(id))
                        .as("records: one, and at most one more for each spelling that was under way with it")
                        .hasSizeBetween(1, 2));
    }

    @Test
    void aHundredParallelPostsOfOneKeyWithTwoBodiesAreOneOfThem() throws Exception {
        Set<String> refused = new HashSet<>();
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(100)) {
            List<Callable<HttpResponse<String>>> posts = IntStream.range(0, 100)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            i -> () -> Post.of("two bodies", i % 2 == 0 ? BODY : OTHER))
                    .toList();
            for (var answer : threads.invokeAll(posts)) {
                if (answer.get().statusCode() == 202) {
                    taken++;
                } else {
                    assertThat(answer.get().statusCode()).isEqualTo(422);
                    refused.add(Json.read(utf8(answer.get().body()))
                            .at("/errors/0/found")
                            .asText());
                }
            }
        }
        assertThat(taken).isEqualTo(50);
        assertThat(refused).hasSize(1);
    }

    @Test
    void aKeyByKafkaAndThenByRestIsOneRequest() throws Exception {
        String id = corridor.askWithKey("demo", "e-1", "kafka first", BODY);
        assertThat(id).isEqualTo(RequestId.ofKey(DEMO, "kafka first").toString());
        within(() -> show(id).body("door", equalTo("kafka")));

        assertThat(Post.of("kafka first", SAME).statusCode()).isEqualTo(202);
        HttpResponse<String> other = Post.of("kafka first", OTHER);

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("idempotency.other_door", hash(BODY), hash(OTHER));
        within(() -> show(id).body("request.prompt", equalTo("slow pan")).body("history.size()", equalTo(1)));
    }

    @Test
    void aKeyByRestAndThenByKafkaWithAnotherBodyIsPutAsideAndTheFirstStays() throws Exception {
        String id = RequestId.ofKey(DEMO, "rest first").toString();
        assertThat(Post.of("rest first", BODY).statusCode()).isEqualTo(202);
        within(() -> show(id).body("door", equalTo("rest")));

        corridor.askWithKey("demo", "e-2", "rest first", SAME);
        corridor.askWithKey("demo", "e-3", "rest first", OTHER);
        corridor.askWithKey("demo", "e-3", "rest first", OTHER);

        within(() -> show(id).body("history.type", contains(VideoRequest.TYPE, Conflict.TYPE))
                .body("history[1].data.code", equalTo("idempotency.other_body"))
                .body("history[1].data.message", containsString(hash(BODY)))
                .body("history[1].data.message", containsString(hash(OTHER)))
                .body("state", equalTo("accepted"))
                .body("door", equalTo("rest"))
                .body("request.prompt", equalTo("slow pan")));
        within(() -> assertThat(corridor.deadLetters(hash(OTHER)))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(letter -> {
                    assertThat(Corridor.header(letter, "dlq-code")).isEqualTo("idempotency.other_body");
                    assertThat(Corridor.header(letter, "dlq-reason")).contains(hash(BODY), hash(OTHER));
                    assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                            .isEqualTo(OTHER);
                }));
    }

    @Test
    void aSecondDecisionForTheSameRequestChangesNothing() throws Exception {
        RequestId id = RequestId.ofKey(DEMO, "decided twice");
        assertThat(Post.of("decided twice", BODY).statusCode()).isEqualTo(202);
        corridor.tell(Samples.routed(id));
        within(() -> show(id.toString()).body("state", equalTo("routed")));
        corridor.askWithKey("demo", "e-4", "decided twice", OTHER);
        corridor.tell(Samples.routed(id));
        corridor.tell(Samples.completed(id));

        within(() -> show(id.toString())
                .body("state", equalTo("completed"))
                .body("history.type.findAll { it == 'dev.callsheet.request.routed.v1' }.size()", equalTo(1)));
    }

    @Test
    void aKafkaRecordThatIsSentAgainWithAnotherBodyIsPutAsideToo() {
        String id = corridor.ask("demo", "again-1", BODY);
        within(() -> show(id).body("state", equalTo("accepted")));
        corridor.ask("demo", "again-1", OTHER.replace("fast", "again"));

        within(() -> show(id).body("history.type", contains(VideoRequest.TYPE, Conflict.TYPE)));
    }

    @Test
    void manyRecordsAreProjectedInTheirOrder() {
        List<String> ids = IntStream.range(0, 1_500)
                .mapToObj(i -> corridor.ask("demo", "many-" + i, BODY))
                .toList();
        ids.forEach(id -> corridor.tell(Samples.routed(RequestId.parse(id))));
        ids.forEach(id -> corridor.tell(Samples.completed(RequestId.parse(id))));

        for (String id : List.of(ids.getFirst(), ids.get(700), ids.getLast())) {
            within(() -> show(id).body("state", equalTo("completed"))
                    .body(
                            "history.type",
                            org.hamcrest.Matchers.hasItems(
                                    VideoRequest.TYPE,
                                    "dev.callsheet.request.routed.v1",
                                    "dev.callsheet.request.completed.v1")));
        }
    }

    private static io.restassured.response.ValidatableResponse show(String id) {
        return given().header("X-API-Key", "demo-key")
                .get("/v1/requests/" + id)
                .then()
                .statusCode(200);
    }

    private static String hash(String body) {
        return BodyHash.of(utf8(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
