package dev.callsheet.requestapi.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.corridor.keys.MintedKey;
import dev.callsheet.corridor.keys.Scope;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class KeysAndLimitsIT {
    @ConfigProperty(name = TestKeys.FILE)
    Path file;

    @ConfigProperty(name = "test.key.reader")
    String reader;

    @ConfigProperty(name = "test.key.slow")
    String slow;

    @ConfigProperty(name = "test.key.small")
    String small;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @BeforeEach
    void giveTheTenantsTheirTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> missing = new TreeSet<>(Set.of("callsheet.requests.slow", "callsheet.requests.small"));
            missing.removeAll(admin.listTopics().names().get());
            admin.createTopics(missing.stream()
                            .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        }
    }

    @Test
    void aKeyWithoutTheScopeIsToldWhichItLacks() {
        post(reader, "scope")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("auth.scope"))
                .body("errors[0].allowed", equalTo("requests:write"))
                .body("errors[0].found", equalTo("requests:read"));
        given().header("X-API-Key", reader).get("/v1/requests").then().statusCode(200);
        given().header("X-API-Key", slow)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/requests:plan")
                .then()
                .statusCode(403)
                .body("detail", containsString("plan"));
    }

    @Test
    void aBurstIsTakenAndThenTheCallerWaitsAsLongAsItIsTold() {
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(post(slow, "burst-" + i));
        }
        Response first = answers.getFirst();
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"writes\";q=3;w=3");
        assertThat(first.header("RateLimit")).startsWith("\"writes\";r=2;t=");
        Response last = answers.getLast();
        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("limit.rate"))
                .header("RateLimit", startsWith("\"writes\";r=0"));
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
        given().header("X-API-Key", slow).get("/v1/requests").then().statusCode(200);
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> post(slow, "burst-5").then().statusCode(202));
    }

    @Test
    void aDaysQuotaCountsNewRequestsOnly() {
        for (int i = 0; i < 4; i++) {
            post(small, "day-" + i).then().statusCode(202);
            if (i < 3) {
                post(small, "day-" + i).then().statusCode(202);
            }
        }
        post(small, "day-4")
                .then()
                .statusCode(429)
                .body("code", equalTo("limit.day"))
                .header("RateLimit-Policy", containsString("\"day\";q=4;w=86400"))
                .header("RateLimit", containsString("\"day\";r=0;t="));
        given().header("X-API-Key", small).get("/v1/requests").then().statusCode(200);
    }

    @Test
    void theDevelopmentKeyHasNoLimits() {
        post("demo-key", "unlimited").then().statusCode(202).header("RateLimit", nullValue());
    }

    @Test
    void keysChangeWithoutARestartAndAWrongFileChangesNothing() throws Exception {
        ObjectNode keys = (ObjectNode) Json.read(Files.readAllBytes(file));
        MintedKey fresh = MintedKey.mint(new SecureRandom());
        given().header("X-API-Key", fresh.text()).get("/v1/requests").then().statusCode(401);

        keys.withObject("/tenants/late").putArray("keys").addPOJO(TestKeys.entry(fresh, Scope.REQUESTS_READ));
        Files.write(file, Json.write(keys));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().header("X-API-Key", fresh.text())
                        .get("/v1/requests")
                        .then()
                        .statusCode(200));

        Files.writeString(file, "{\"tenants\":{\"late\":{\"keys\":[{}]}}}");
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> given().header("X-API-Key", fresh.text())
                        .get("/v1/requests")
                        .then()
                        .statusCode(200));
        keys.withObject("/tenants").remove("late");
        Files.write(file, Json.write(keys));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().header("X-API-Key", fresh.text())
                        .get("/v1/requests")
                        .then()
                        .statusCode(401)
                        .body("code", equalTo("auth.unknown_key")));
    }

    private static Response post(String key, String idempotencyKey) {
        return given().header("X-API-Key", key)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body("{\"prompt\":\"x\"}")
                .post("/v1/requests");
    }
}
