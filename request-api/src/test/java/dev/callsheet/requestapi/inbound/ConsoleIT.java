package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the console reads: the page, whose key it is, lists that are filtered and turned, the plan of a batch. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class ConsoleIT {
    private static final String ROW =
            "{\"prompt\":\"zoom\",\"campaign\":\"%s\",\"media\":[{\"role\":\"firstFrame\",\"type\":\"image\",\"uri\":\"https://a.example/x.jpg\"}]}";

    @Test
    void thePageRunsItsOwnScriptAloneAndSpeaksToNamedAddressesOnly() {
        given().get("/console/")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'; script-src 'self'; style-src 'self';"),
                                containsString("frame-ancestors 'none'"),
                                containsString("connect-src 'self' http://127.0.0.1:18084 http://127.0.0.1:18082"),
                                not(containsString("unsafe")),
                                not(containsString(" http: "))));
        given().get("/console/console.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body(not(containsString("from\"http")));
        given().get("/console/licenses.txt")
                .then()
                .body(allOf(containsString("preact"), containsString("htm"), not(containsString("livekit"))));
        given().get("/console/config.json")
                .then()
                .statusCode(200)
                .body("workers.route", equalTo(List.of("i2v", "r2v")))
                .body("sessionsUrl", equalTo("http://127.0.0.1:18084"));
    }

    @Test
    void aKeySaysWhoseItIsAndWhatItMay() {
        demo().get("/v1/key")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("demo"))
                .body("scopes", hasItem("requests:write"));
        given().header("X-API-Key", "cs_nobody_x").get("/v1/key").then().statusCode(401);
    }

    @Test
    void aListIsFilteredAndTurnedPageByPageWithoutAHoleOrARepeat() {
        String campaign = "list-" + UUID.randomUUID();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(demo().contentType(ContentType.JSON)
                    .header("Idempotency-Key", campaign + i)
                    .body(ROW.formatted(campaign))
                    .post("/v1/requests")
                    .path("id"));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(page(campaign, "", 200)).hasSize(5));

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            var answer = demo().get("/v1/requests?limit=2&campaign=" + campaign + "&before=" + next);
            seen.addAll(answer.path("requests.id"));
            next = answer.path("next");
        } while (next != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(page(campaign, "&state=completed,failed", 200)).isEmpty();
        assertThat(page(campaign, "&state=accepted", 200)).hasSize(5);
        demo().get("/v1/requests?state=lost")
                .then()
                .statusCode(400)
                .body("detail", allOf(containsString("'lost'"), containsString("completed")));
        demo().get("/v1/requests?route=r3v").then().statusCode(400).body("detail", containsString("i2v"));
        demo().get("/v1/requests?before=x").then().statusCode(400);
    }

    @Test
    void aCatalogueIsPlannedRowByRowAndNothingIsWrittenDown() {
        String rows = "sku,image,width,height,prompt,seconds,resolution\n"
                + "shoe,https://a.example/shoe.jpg,1600,1600,slow orbit,5,720P\n"
                + "mug,https://a.example/mug.jpg,180,180,steam,5,720P\n";
        int before = batches();

        demo().contentType("text/csv")
                .body(rows)
                .post("/v1/batches:plan")
                .then()
                .statusCode(200)
                .body("totals.rows", equalTo(2))
                .body("totals.accepted", equalTo(1))
                .body("rows[0].id", equalTo("shoe"))
                .body("rows[0].decision.route", equalTo("i2v"))
                .body("refused[0].errors.code", hasItem("IMAGE_TOO_SMALL"));

        assertThat(batches()).isEqualTo(before);
        demo().contentType("text/csv").body("").post("/v1/batches:plan").then().statusCode(422);
    }

    private static int batches() {
        return demo().get("/v1/batches?limit=200").path("batches.size()");
    }

    private static List<String> page(String campaign, String more, int limit) {
        return demo().get("/v1/requests?limit=" + limit + "&campaign=" + campaign + more)
                .path("requests.id");
    }

    private static RequestSpecification demo() {
        return given().header("X-API-Key", "demo-key");
    }
}
