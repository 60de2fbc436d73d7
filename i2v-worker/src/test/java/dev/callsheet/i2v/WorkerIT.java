package dev.callsheet.i2v;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Topics;
import dev.callsheet.i2v.outbound.StopWishes;
import dev.callsheet.render.outbound.ClipStore;
import dev.callsheet.render.testkit.Corridor;
import dev.callsheet.render.testkit.QueueOnLoopback;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "schema", value = "i2v"))
@WithTestResource(QueueOnLoopback.class)
class WorkerIT {
    private static final String WORK = Topics.work(Route.I2V);
    private static final String REQUESTS = Topics.requests(Corridor.TENANT);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    ClipStore store;

    @Inject
    StopWishes wishes;

    private Corridor corridor;

    @BeforeEach
    void listen() {
        corridor = new Corridor(bootstrapServers, Topics.FACTS, REQUESTS, WORK + ".dlq");
    }

    @AfterEach
    void hangUp() {
        corridor.close();
    }

    @Test
    void assignedWorkBecomesAStoredClipBehindAnUnreadableRecord() throws Exception {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2400, 1200, BufferedImage.TYPE_INT_RGB), "png", picture);
        store.put(
                "tenant/demo/media/a.png",
                "image/png",
                picture.size(),
                new ByteArrayInputStream(picture.toByteArray()));

        corridor.sendRaw(WORK, "{\"no\":\"event\"}");
        RequestId id = corridor.assign(Route.I2V, "one", """
                {'prompt':'pan left','media':[{'role':'firstFrame','uri':'s3://callsheet/tenant/demo/media/a.png'}],
                 'output':{'resolution':'720P','seconds':3}}""");

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(corridor.facts(id))
                        .hasExactlyElementsOfTypes(
                                Fact.TakeQueued.class,
                                Fact.TakeRendering.class,
                                Fact.TakeFinished.class,
                                Fact.RequestCompleted.class));
        Fact.TakeFinished finished = (Fact.TakeFinished) corridor.facts(id).get(2);
        assertThat(finished.repairs()).containsExactly("IMAGE_NEEDS_DOWNSCALE: 2400 x 1200 made 2000 x 1000");
        byte[] stored;
        try (InputStream content = store.open(finished.clip().uri().replace("s3://callsheet/", ""))) {
            stored = content.readAllBytes();
        }
        assertThat(stored).as("the film with its mark").startsWith(QueueOnLoopback.FILM);
        assertThat(finished.clip().sha256()).isEqualTo(Json.sha256(stored));
        assertThat(finished.clip().bytes()).isEqualTo(stored.length).isGreaterThan(QueueOnLoopback.FILM.length);
        assertThat(QueueOnLoopback.JOBS.get("job-1").path("first_frame").asText())
                .isEqualTo("https://inputs.example.com/1.png");
        assertThat(corridor.headers(WORK + ".dlq"))
                .extracting(headers -> headers.get("dlq-code"))
                .isEqualTo(List.of("event.attribute"));
        given().header("X-API-Key", "operator-key")
                .get("/v1/ledger?requestId=" + id)
                .then()
                .statusCode(200)
                .body("settledMicros", equalTo(300_000))
                .body("openMicros", equalTo(0));
        given().header("X-API-Key", "operator-key")
                .get("/v1/takes/" + id)
                .then()
                .statusCode(200)
                .body("[0].state", equalTo("finished"))
                .body("[0].steps.size()", equalTo(5));
        given().header("X-API-Key", "operator-key")
                .get("/v1/takes/nonsense")
                .then()
                .statusCode(400);
    }

    @Test
    void aFolderBecomesARequestForEachPictureHoweverOftenItIsAssigned() throws Exception {
        for (String name : List.of("b.jpg", "a.png", "notes.txt", "below/c.jpg")) {
            byte[] content = name.getBytes(StandardCharsets.UTF_8);
            store.put(
                    "tenant/demo/media/shoes/" + name,
                    "application/octet-stream",
                    content.length,
                    new ByteArrayInputStream(content));
        }
        String request = "{'prompt':'orbit','batch':{'uri':'s3://callsheet/tenant/demo/media/shoes/','count':5}}";
        RequestId id = corridor.assign(Route.I2V, "shoes", request);
        corridor.assign(Route.I2V, "shoes", request);

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(children(id)).hasSize(4));
        List<String> ids = children(id).stream()
                .map(headers -> headers.get("ce_subject"))
                .distinct()
                .toList();
        assertThat(ids).as("two pictures, each twice").hasSize(2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(corridor.facts(id)).hasSizeGreaterThanOrEqualTo(2));
        assertThat(corridor.facts(id))
                .allSatisfy(fact -> assertThat(((Fact.RequestSplit) fact).children())
                        .map(RequestId::toString)
                        .hasSameElementsAs(ids));
    }

    @Test
    void aFolderThatIsEmptyOrStoppedEndsWithoutACost() throws Exception {
        String request = "{'prompt':'orbit','batch':{'uri':'s3://callsheet/tenant/demo/media/nothing/','count':5}}";
        RequestId stopped = RequestId.ofKey(Corridor.TENANT, "stopped");
        corridor.send(
                Topics.control(Corridor.TENANT),
                stopped,
                new CloudEvent(
                        "stop",
                        "test",
                        Control.Cancel.TYPE,
                        null,
                        null,
                        Map.of(),
                        Json.write(new Control.Cancel(stopped, null, null))));
        await().atMost(Duration.ofSeconds(30)).until(() -> wishes.has(Corridor.TENANT, stopped));
        RequestId empty = corridor.assign(Route.I2V, "nothing", request);
        corridor.assign(Route.I2V, "stopped", request);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(corridor.facts(empty))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Fact.RequestFailed.class,
                            failed -> assertThat(failed.code()).isEqualTo("batch.empty"));
            assertThat(corridor.facts(stopped)).hasExactlyElementsOfTypes(Fact.RequestCancelled.class);
        });
    }

    private List<Map<String, String>> children(RequestId parent) {
        return corridor.headers(REQUESTS).stream()
                .filter(headers -> parent.toString().equals(headers.get("ce_parentrequest")))
                .toList();
    }
}
