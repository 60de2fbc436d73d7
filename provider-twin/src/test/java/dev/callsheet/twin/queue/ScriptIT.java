package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts, changed models and the oracle, over HTTP. */
@QuarkusTest
@TestProfile(CannedTwin.class)
class ScriptIT {

    private static final String SCRIPT = "/twin/faults/script";

    @ConfigProperty(name = "test.url")
    String url;

    private FaultClient twin;

    @BeforeEach
    void connect() {
        twin = new FaultClient(url);
    }

    @AfterEach
    void healthy() throws Exception {
        twin.queue.send("DELETE", "/twin/faults", "");
        twin.queue.send("DELETE", "/twin/models/wan2.7-i2v/schema", "");
    }

    @Test
    void aScriptStrikesTheCallsThatItNames() throws Exception {
        var loaded = twin.queue.send("POST", SCRIPT, """
                seed: 3
                rules:
                  - fault: backend-error
                    nth: [2]
                    prompt: scripted
                  - fault: throttled-job
                    prompt: scripted
                    nth: 2
                """);
        assertThat(loaded.status()).isEqualTo(200);

        var first = twin.accepted("scripted");
        assertThat(twin.submit("scripted").status()).isEqualTo(500);
        var third = twin.accepted("scripted");

        assertThat(twin.end(first)).isEqualTo("success");
        assertThat(twin.end(third)).isEqualTo("failed");
        var rules = twin.queue.send("GET", SCRIPT, "").body().path("rules");
        assertThat(rules.findValuesAsText("calls")).containsExactly("3", "2");
        assertThat(rules.findValuesAsText("struck")).containsExactly("1", "1");
        assertThat(twin.queue.send("DELETE", SCRIPT, "").status()).isEqualTo(204);
        assertThat(twin.queue.send("GET", SCRIPT, "").status()).isEqualTo(404);
    }

    @Test
    void aBadScriptLeavesTheOneBeforeAtWork() throws Exception {
        var example = Files.readString(Path.of("src/test/resources/dev/callsheet/twin/faults.yaml"));
        assertThat(twin.queue.send("POST", SCRIPT, example).body().path("rules"))
                .hasSize(6);

        var refused = twin.queue.send("POST", SCRIPT, "rules: [{fault: rain}]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("error").asText()).startsWith("rules[0].fault: found rain, allowed is one of");
        assertThat(twin.queue.send("GET", SCRIPT, "").body().path("rules")).hasSize(6);
        assertThat(twin.queue.send("POST", SCRIPT, "rules: [").status()).isEqualTo(400);
    }

    @Test
    void aModelMayChangeWithoutAWord() throws Exception {
        var changed = twin.queue.send("POST", "/twin/models/wan2.7-i2v/schema", """
                {"add":[{"name":"style","type":"enum","required":true,"options":["plain","noir"]}],
                 "remove":["watermark"],"rename":{"seed":"random_seed"}}""");
        assertThat(changed.status()).isEqualTo(200);

        var parameters = twin.queue
                .send("GET", QueueClient.QUEUE + "/models/wan2.7-i2v", "")
                .body()
                .path("parameters");

        assertThat(parameters.findValuesAsText("name"))
                .contains("style", "random_seed")
                .doesNotContain("watermark", "seed");
        assertThat(twin.submit("a boat").status()).isEqualTo(400);
        twin.queue.send("DELETE", "/twin/models/wan2.7-i2v/schema", "");
        assertThat(twin.submit("a boat").status()).isEqualTo(200);
    }

    @Test
    void theOracleKnowsEveryJobItsBillAndWhatCameTwice() throws Exception {
        var payload = twin.payload("the same", 77);
        var first = twin.queue
                .submit("wan2.7-i2v", payload)
                .body()
                .path("request_id")
                .asText();
        var second = twin.queue
                .submit("wan2.7-i2v", payload)
                .body()
                .path("request_id")
                .asText();
        assertThat(twin.end(first)).isEqualTo("success");
        assertThat(twin.end(second)).isEqualTo("success");

        var oracle = twin.queue.send("GET", "/twin/oracle?hashes=true", "").body();

        assertThat(oracle.path("accepted").asInt())
                .isEqualTo(oracle.path("jobs").size());
        assertThat(oracle.path("duplicates").toString()).contains("[\"" + first + "\",\"" + second + "\"]");
        assertThat(oracle.path("jobs"))
                .filteredOn(job -> job.path("id").asText().equals(first))
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.path("seed").asInt()).isEqualTo(77);
                    assertThat(job.path("state").asText()).isEqualTo("success");
                    assertThat(job.path("micros").asLong()).isEqualTo(200_000);
                    assertThat(job.path("acceptedAt").asText()).startsWith("20");
                    assertThat(job.path("sha256").asText()).hasSize(64);
                });
    }
}
