package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be wrong with a job as long as it lives, and what is charged for it. */
@QuarkusTest
@TestProfile(CannedTwin.class)
class JobFaultsIT {

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
    }

    @ParameterizedTest
    @CsvSource({
        "job-failed, /outcome/error, gave up",
        "job-failed-top-level, /error, gave up",
        "job-failed-reason, /reason, gave up",
        "throttled-job, /outcome/error, rate limit exceeded(RPM)",
        "unsafe-job, /outcome/error, content policy"
    })
    void aFailureTellsItsReasonInOneOfSeveralPlaces(String fault, String place, String reason) throws Exception {
        var id = twin.accepted("[[fault:" + fault + "]] a boat");

        assertThat(twin.end(id)).isEqualTo("failed");

        var job = read(id);
        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.at(place).asText()).contains(reason);
        assertThat(twin.micros(id)).isZero();
    }

    @Test
    void aFailureMayTellNoReason() throws Exception {
        var id = twin.accepted("[[fault:job-failed-silently]] a boat");

        assertThat(twin.end(id)).isEqualTo("failed");

        assertThat(read(id).path("outcome").isNull()).isTrue();
        assertThat(read(id).toString()).doesNotContain("gave up");
    }

    @ParameterizedTest
    @CsvSource({
        "outcome-media-urls, /media_urls/0/url",
        "outcome-video-url, /video_url",
        "outcome-audio-url, /audio_url",
        "thumbnail-only, /thumbnail_image_url"
    })
    void aSuccessNamesItsClipInOneOfSeveralPlaces(String fault, String place) throws Exception {
        var id = twin.accepted("[[fault:" + fault + "]] a boat");

        assertThat(twin.end(id)).isEqualTo("success");

        assertThat(read(id).path("outcome").at(place).asText()).endsWith(id + ".mp4");
    }

    @Test
    void anOutcomeMayComeLate() throws Exception {
        var id = twin.accepted("[[fault:empty-outcome:1:2]] a boat");
        assertThat(twin.end(id)).isEqualTo("success");

        assertThat(read(id).path("outcome").size()).isZero();
        assertThat(read(id).path("outcome").size()).isZero();
        assertThat(read(id).path("outcome").path("media_urls")).hasSize(1);
        assertThat(read(id).path("status").asText()).isEqualTo("success");
    }

    @Test
    void aHeldJobGoesOnAfterItsTime() throws Exception {
        var id = twin.accepted("[[fault:job-wedged:1:2s]] a boat");
        await().until(() -> twin.state(id).equals("processing"));

        await().during(Duration.ofMillis(1200)).until(() -> twin.state(id).equals("processing"));

        assertThat(twin.end(id)).isEqualTo("success");
        assertThat(twin.micros(id)).isEqualTo(200_000);
    }

    @Test
    void aJobMayVanishForAWhile() throws Exception {
        var id = twin.accepted("[[fault:job-vanished:1:1s]] a boat");
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> twin.queue.read(id).status() == 404);
        assertThat(twin.listed("wan2.7-i2v")).doesNotContain(id);

        await().pollInterval(Duration.ofMillis(50))
                .until(() -> twin.queue.read(id).status() == 200);
        assertThat(twin.end(id)).isEqualTo("success");
    }

    @Test
    void aJobThatVanishedForEverIsNotCharged() throws Exception {
        var id = twin.accepted("[[fault:job-vanished:1:forever]] a boat");
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> twin.queue.read(id).status() == 404);

        await().during(Duration.ofMillis(800)).until(() -> twin.state(id).equals("processing"));

        assertThat(twin.micros(id)).isZero();
    }

    @Test
    void aJobThatVanishedAfterItsSuccessIsCharged() throws Exception {
        var id = twin.accepted("[[fault:finished-job-vanished:1:forever]] a boat");

        assertThat(twin.end(id)).isEqualTo("success");

        assertThat(twin.queue.read(id).status()).isEqualTo(404);
        assertThat(twin.micros(id)).isEqualTo(200_000);
        twin.queue.send("DELETE", "/twin/faults", "");
        assertThat(twin.queue.read(id).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"status-backwards, queued", "unknown-status, warming_up"})
    void aStatusMaySayWhatIsNotSo(String fault, String word) throws Exception {
        var id = twin.accepted("[[fault:job-wedged:1:forever]] [[fault:" + fault + ":1:1]] a boat");
        await().until(() -> twin.state(id).equals("processing"));

        var first = read(id).path("status").asText();
        var second = read(id).path("status").asText();

        assertThat(new String[] {first, second}).containsExactlyInAnyOrder("processing", word);
        assertThat(read(id).path("status").asText()).isEqualTo("processing");
    }

    @Test
    void aListMayLagBehindTheReads() throws Exception {
        var id = twin.accepted("[[fault:list-lag:1:1s]] a boat");

        assertThat(twin.queue.read(id).status()).isEqualTo(200);
        assertThat(twin.listed("wan2.7-i2v")).doesNotContain(id);
        await().until(() -> twin.listed("wan2.7-i2v").contains(id));
    }

    private JsonNode read(String id) throws IOException, InterruptedException {
        return twin.queue.read(id).body();
    }
}
