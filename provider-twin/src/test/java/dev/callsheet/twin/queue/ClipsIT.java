package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.twin.render.outbound.Encoding;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clips, from the upload of a picture to the journal. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class ClipsIT {

    @ConfigProperty(name = "test.url")
    String url;

    @TempDir
    Path folder;

    private QueueClient queue;

    @BeforeEach
    void connect() {
        queue = new QueueClient(URI.create(url));
    }

    @AfterEach
    void healthy() throws Exception {
        queue.send("DELETE", "/twin/faults", "");
    }

    @Test
    void aPictureBecomesAMarkedClipAndIsChargedOnce() throws Exception {
        var first = picture(Color.RED, Color.BLUE);
        var payload = queue.payload("{\"prompt\":\"hold\",\"duration\":2,\"resolution\":\"720P\",\"odd\":{\"take\":7}}")
                .put("first_frame", first)
                .put("last_frame", picture(Color.GREEN, Color.YELLOW));

        var job = finished("wan2.7-i2v", payload);

        assertThat(job.path("status").asText()).isEqualTo("success");
        assertThat(job.path("payload")).isEqualTo(payload);
        assertThat(job.path("created_at").asLong()).isBetween(1_700_000_000L, 10_000_000_000L);
        var clip = clip(job);
        assertThat(clip.video().path("codec_name").asText()).isEqualTo("h264");
        assertThat(clip.video().path("pix_fmt").asText()).isEqualTo("yuv420p");
        assertThat(clip.video().path("r_frame_rate").asText()).isEqualTo("30/1");
        assertThat(clip.video().path("nb_frames").asInt()).isEqualTo(60);
        assertThat(clip.video().path("width").asInt()).isEqualTo(1280);
        assertThat(clip.video().path("height").asInt()).isEqualTo(720);
        assertThat(clip.format().path("duration").asDouble()).isEqualTo(2.0);
        assertThat(clip.format().path("tags").path("comment").asText()).isEqualTo(Encoding.MARK);
        assertThat(clip.startsFast()).isTrue();
        assertThat(nearest(clip.at(0, 0.25, 0.5))).isEqualTo(Color.RED);
        assertThat(nearest(clip.at(0, 0.75, 0.5))).isEqualTo(Color.BLUE);
        assertThat(nearest(clip.at(59, 0.25, 0.5))).isEqualTo(Color.GREEN);
        assertThat(nearest(clip.at(59, 0.75, 0.5))).isEqualTo(Color.YELLOW);
        assertThat(journal(job)).hasSize(1);
        assertThat(journal(job).path(0).path("micros").asLong()).isEqualTo(200_000);
    }

    @Test
    void aReferenceIsShownInTheOrderedShape() throws Exception {
        var payload = queue.payload(
                "{\"prompt\":\"Image 1 waves\",\"duration\":2,\"resolution\":\"720P\",\"ratio\":\"9:16\",\"seed\":4}");
        payload.putArray("reference_image").add(picture(Color.RED, Color.RED));

        var clip = clip(finished("wan2.7-r2v", payload));

        assertThat(clip.video().path("width").asInt()).isEqualTo(720);
        assertThat(clip.video().path("height").asInt()).isEqualTo(1280);
        assertThat(nearest(clip.at(30, 0.5, 0.5))).isEqualTo(Color.RED);
    }

    @Test
    void aMissingPictureFailsTheJobAndCostsNothing() throws Exception {
        var payload = queue.payload("{\"duration\":2,\"resolution\":\"720P\"}")
                .put("first_frame", url + "/storage/twin-uploads/none.png");

        var job = finished("wan2.7-i2v", payload);

        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.path("outcome").path("error").asText()).contains("download", "first_frame");
        assertThat(journal(job)).isEmpty();
    }

    @Test
    void aWedgedJobStaysInProcessingUntilItIsReleased() throws Exception {
        var payload = queue.payload("{\"prompt\":\"[[fault:job-wedged]]\",\"duration\":2,\"resolution\":\"720P\"}")
                .put("first_frame", picture(Color.RED, Color.BLUE));
        var id = queue.submit("wan2.7-i2v", payload).body().path("request_id").asText();
        await().until(() -> status(id).equals("processing"));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(4))
                .until(() -> status(id).equals("processing"));
        assertThat(queue.read(id).body().path("outcome").isNull()).isTrue();

        queue.send("DELETE", "/twin/faults", "");

        await().atMost(Duration.ofSeconds(60)).until(() -> status(id).equals("success"));
    }

    @Test
    void uploadSlotsInsistOnTheSignedContentType() throws Exception {
        var bytes = new byte[] {1, 2, 3};

        assertThatThrownBy(() -> queue.upload("jpg", "image/jpeg", bytes)).hasMessageContaining("403");
        var stored = queue.download(queue.upload("jpg", "image/jpg", bytes));

        assertThat(stored.body()).isEqualTo(bytes);
        assertThat(stored.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        assertThat(queue.send("POST", QueueClient.QUEUE + "/upload-url", "{\"file_type\":\"gif\"}")
                        .status())
                .isEqualTo(400);
    }

    private String picture(Color left, Color right) throws IOException, InterruptedException {
        return queue.upload("png", "image/png", Pictures.halves(640, 360, left, right));
    }

    private JsonNode finished(String model, ObjectNode payload) throws IOException, InterruptedException {
        var accepted = queue.submit(model, payload);
        assertThat(accepted.status()).isEqualTo(200);
        var id = accepted.body().path("request_id").asText();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !queue.read(id).body().path("outcome").isNull());
        return queue.read(id).body();
    }

    private ClipProbe clip(JsonNode job) throws IOException, InterruptedException {
        var address = job.path("outcome").path("media_urls").path(0).path("url").asText();
        return ClipProbe.of(queue.download(address).body(), folder);
    }

    private String status(String id) throws IOException, InterruptedException {
        return queue.read(id).body().path("status").asText();
    }

    private JsonNode journal(JsonNode job) throws IOException, InterruptedException {
        return queue.send("GET", "/twin/journal?id=" + job.path("request_id").asText(), "")
                .body();
    }

    /** The pure colour that is meant by what the encoder left of it. */
    private static Color nearest(Color seen) {
        return new Color(
                seen.getRed() > 127 ? 255 : 0, seen.getGreen() > 127 ? 255 : 0, seen.getBlue() > 127 ? 255 : 0);
    }
}
