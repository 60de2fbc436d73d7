package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong with reads, lists, uploads and cancels. */
@QuarkusTest
@TestProfile(CannedTwin.class)
class DoorFaultsIT {

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
    @CsvSource({"read-failed, 500", "read-unavailable, 503"})
    void aReadMayFail(String fault, int status) throws Exception {
        var id = twin.accepted("[[fault:" + fault + ":2]] a boat");

        assertThat(twin.queue.read(id).status()).isEqualTo(status);
        assertThat(twin.queue.read(id).status()).isEqualTo(status);
        assertThat(twin.queue.read(id).status()).isEqualTo(200);
    }

    @Test
    void aReadMayBeCutOrHeld() throws Exception {
        var id = twin.accepted("[[fault:read-cut]] [[fault:read-delayed:1:400ms]] a boat");

        // A client may try a cut read again by itself: it is safe. Then the second one is the held one.
        long start = System.nanoTime();
        for (int read = 0; read < 3; read++) {
            try {
                twin.queue.read(id);
            } catch (IOException cut) {
                assertThat(cut).isNotNull();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(twin.queue.read(id).status()).isEqualTo(200);
    }

    @Test
    void aListMayFailOrBeShort() throws Exception {
        var older = twin.accepted("a boat");
        var newer = twin.accepted("a boat");
        twin.arm("{\"fault\":\"list-failed\"}");
        assertThat(twin.queue.send("GET", QueueClient.QUEUE + "/requests", "").status())
                .isEqualTo(500);

        twin.arm("{\"fault\":\"list-short\",\"amount\":1}");

        assertThat(twin.listed("wan2.7-i2v")).containsExactly(newer);
        assertThat(twin.listed("wan2.7-i2v")).startsWith(newer, older);
    }

    @ParameterizedTest
    @CsvSource({"upload-refused, 403", "upload-failed, 500", "upload-expired, 400"})
    void anUploadMayBeRefusedOnce(String fault, String status) throws Exception {
        twin.arm("{\"fault\":\"" + fault + "\"}");

        assertThatThrownBy(() -> twin.queue.upload("png", "image/png", new byte[] {1}))
                .hasMessageContaining(status);

        assertThat(twin.queue
                        .download(twin.queue.upload("png", "image/png", new byte[] {1}))
                        .body())
                .containsExactly(1);
    }

    @Test
    void aSlotMayBeMissing() throws Exception {
        twin.arm("{\"fault\":\"slot-failed\"}");

        assertThat(twin.queue
                        .send("POST", QueueClient.QUEUE + "/upload-url", "{\"file_type\":\"png\"}")
                        .status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[[fault:cancel-ignored]]", "[[fault:cancel-refused]]"})
    void aCancelMayHaveNoEffect(String fault) throws Exception {
        var id = processing(fault);

        var answer = twin.cancel(id);

        assertThat(answer.status()).isEqualTo(fault.contains("refused") ? 405 : 200);
        assertThat(twin.state(id)).isEqualTo("processing");
    }

    @Test
    void aCancelMayStopEvenWorkThatHasBegun() throws Exception {
        var id = processing("[[fault:cancel-while-processing]]");

        assertThat(twin.cancel(id).body().path("status").asText()).isEqualTo("cancelled");

        assertThat(twin.queue.read(id).body().path("status").asText()).isEqualTo("cancelled");
        assertThat(twin.micros(id)).isZero();
    }

    private String processing(String fault) throws IOException, InterruptedException {
        var id = twin.accepted("[[fault:job-wedged]] " + fault + " a boat");
        await().until(() -> twin.state(id).equals("processing"));
        return id;
    }
}
