package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A catalogue as large as one may be: it is taken in one call, and asked for at any time without loading it. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class TenThousandIT {
    private static final Logger LOG = Logger.getLogger(TenThousandIT.class);
    private static final int ROWS = 10_000;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void tenThousandRowsAreOneObject() {
        StringBuilder table = new StringBuilder("sku,image,prompt\n");
        for (int i = 1; i <= ROWS; i++) {
            table.append("sku-")
                    .append(i)
                    .append(",https://cdn.example.com/")
                    .append(i)
                    .append(".jpg,a slow orbit\n");
        }
        byte[] body = table.toString().getBytes(StandardCharsets.UTF_8);
        Response taken = timed("POST of " + body.length + " bytes", Duration.ofSeconds(60), () -> post(body));
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        String id = taken.path("batch.id");
        assertThat(taken.<Integer>path("batch.progress.total")).isEqualTo(ROWS);
        timed("the same POST again", Duration.ofSeconds(20), () -> post(body))
                .then()
                .statusCode(202)
                .body("batch.id", equalTo(id));

        List<RequestId> requests = requests(id);
        assertThat(requests).hasSize(ROWS).doesNotHaveDuplicates();
        try (var corridor = new Corridor(bootstrapServers)) {
            timed("the projection of " + 2 * ROWS + " facts and the requests", Duration.ofSeconds(180), () -> {
                requests.forEach(request -> corridor.tellSoon(Samples.queued(request, 1)));
                requests.subList(0, ROWS / 2).forEach(request -> {
                    corridor.tellSoon(Samples.finished(request));
                    corridor.tellSoon(Samples.completed(request));
                });
                await().atMost(Duration.ofSeconds(170))
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> caller().get("/v1/batches/" + id)
                                .then()
                                .body("progress.completed", equalTo(ROWS / 2))
                                .body("progress.queued", equalTo(ROWS / 2)));
                return id;
            });
        }
        for (int time = 0; time < 3; time++) {
            timed("GET progress", Duration.ofSeconds(2), () -> caller().get("/v1/batches/" + id))
                    .then()
                    .body("money.settledMicros", equalTo(ROWS / 2 * 500_000L))
                    .body("forecast.basis", equalTo("pace"));
        }
        timed("GET the list", Duration.ofSeconds(5), () -> caller().get("/v1/batches"))
                .then()
                .statusCode(200);
        String csv = timed(
                        "GET results as CSV",
                        Duration.ofSeconds(30),
                        () -> caller().get("/v1/batches/" + id + "/results?format=csv"))
                .asString();
        assertThat(csv.lines()).hasSize(ROWS + 1);
        timed("DELETE", Duration.ofSeconds(30), () -> caller().delete("/v1/batches/" + id))
                .then()
                .statusCode(202)
                .body("asked", equalTo(ROWS / 2))
                .body("free", equalTo(ROWS / 2));
    }

    @Test
    void aFolderOfTenThousandEndsWithItsLastPicture() {
        try (var corridor = new Corridor(bootstrapServers)) {
            RequestId parent = RequestId.parse(corridor.ask("demo", "large-folder", "{\"title\":\"all\"}"));
            List<RequestId> children = IntStream.range(0, ROWS)
                    .mapToObj(i -> RequestId.ofEvent(new TenantId("demo"), "/i2v-worker", "large-" + i))
                    .toList();
            timed("the ends of a folder's " + ROWS + " children", Duration.ofSeconds(120), () -> {
                corridor.tell(Samples.split(parent, children));
                children.forEach(child -> corridor.tellSoon(Samples.completed(child)));
                await().atMost(Duration.ofSeconds(110))
                        .untilAsserted(() -> caller().get("/v1/requests/" + parent)
                                .then()
                                .body("state", equalTo("completed"))
                                .body("children.size()", equalTo(1_000)));
                return parent;
            });
        }
    }

    private static <T> T timed(String what, Duration limit, Supplier<T> call) {
        long begin = System.nanoTime();
        T answer = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LOG.infof("%s: %d ms", what, took.toMillis());
        assertThat(took).as(what).isLessThan(limit);
        return answer;
    }

    private static List<RequestId> requests(String batch) {
        List<String> ids = caller().get("/v1/batches/" + batch + "/results").path("request");
        return ids.stream().map(RequestId::parse).toList();
    }

    private static Response post(byte[] body) {
        return caller().header("Idempotency-Key", "ten-thousand")
                .contentType("text/csv")
                .body(body)
                .post("/v1/batches");
    }

    private static RequestSpecification caller() {
        return given().header("X-API-Key", "demo-key");
    }
}
