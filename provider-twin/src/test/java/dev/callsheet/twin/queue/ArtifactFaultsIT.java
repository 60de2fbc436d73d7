package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.twin.render.outbound.Encoding;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong with fetching a clip. */
@QuarkusTest
@TestProfile(CannedTwin.class)
class ArtifactFaultsIT {

    @ConfigProperty(name = "test.url")
    String url;

    @TempDir
    Path folder;

    private FaultClient twin;

    @BeforeEach
    void connect() {
        twin = new FaultClient(url);
    }

    @AfterEach
    void healthy() throws Exception {
        twin.queue.send("DELETE", "/twin/faults", "");
    }

    @Test
    void cannedClipsPlayAndDifferByTheJob() throws Exception {
        var id = finished("a boat");
        var clip = fetch(id);

        assertThat(new String(clip, StandardCharsets.ISO_8859_1)).endsWith("free" + id);
        assertThat(clip).isNotEqualTo(fetch(finished("a boat")));
        var probe = ClipProbe.of(clip, folder);
        assertThat(probe.format().path("duration").asDouble()).isEqualTo(2.0);
        assertThat(probe.format().path("tags").path("comment").asText()).isEqualTo(Encoding.MARK);
        assertThat(probe.video().path("width").asInt()).isEqualTo(1280);
        assertThat(probe.startsFast()).isTrue();
        var picture = link(id).replace(".mp4", ".jpg");
        assertThat(twin.queue.download(picture).body()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"link-expired, 403", "link-gone, 404"})
    void aDeadLinkStaysDeadAndTheNextReadNamesAFreshOne(String fault, int status) throws Exception {
        var id = finished("[[fault:" + fault + "]] a boat");
        var old = link(id);

        assertThat(twin.queue.download(old).statusCode()).isEqualTo(status);
        assertThat(twin.queue.download(old).statusCode()).isEqualTo(status);

        assertThat(link(id)).isNotEqualTo(old);
        assertThat(twin.queue.download(link(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void aClipMayBeHalfOfItselfWithoutAnySign() throws Exception {
        var id = finished("[[fault:artifact-truncated]] a boat");

        var half = fetch(id);

        var whole = fetch(id);
        assertThat(half).isEqualTo(Arrays.copyOf(whole, whole.length / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifact-cut", "length-too-long"})
    void aClipMayEndBeforeItsLength(String fault) throws Exception {
        var id = finished("[[fault:" + fault + ":2]] a boat");

        assertThatThrownBy(() -> fetch(id)).isInstanceOf(IOException.class);
    }

    @Test
    void aLengthMayBeTooShort() throws Exception {
        var id = finished("[[fault:length-too-short]] a boat");

        var seen = fetch(id);

        assertThat(seen.length).isEqualTo(fetch(id).length / 2);
    }

    @Test
    void aClipMayBeOtherBytes() throws Exception {
        var id = finished("[[fault:artifact-garbage]] a boat");

        var garbage = fetch(id);

        assertThat(garbage).hasSameSizeAs(fetch(id)).isNotEqualTo(fetch(id));
    }

    @Test
    void aClipMayComeUnderAnotherTypeOrNotAtAll() throws Exception {
        var typed = finished("[[fault:artifact-wrong-type]] a boat");
        assertThat(twin.queue.download(link(typed)).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(twin.queue.download(link(typed)).headers().firstValue("Content-Type"))
                .contains("video/mp4");

        var away = finished("[[fault:artifact-unavailable]] a boat");
        assertThat(twin.queue.download(link(away)).statusCode()).isEqualTo(503);
    }

    @Test
    void aClipMayDribble() throws Exception {
        var id = finished("[[fault:artifact-slow:1:500ms]] a boat");
        long start = System.nanoTime();

        var slow = fetch(id);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
        assertThat(slow).isEqualTo(fetch(id));
    }

    private String finished(String prompt) throws IOException, InterruptedException {
        var id = twin.accepted(prompt);
        assertThat(twin.end(id)).isEqualTo("success");
        return id;
    }

    private byte[] fetch(String id) throws IOException, InterruptedException {
        return twin.queue.download(link(id)).body();
    }

    private String link(String id) throws IOException, InterruptedException {
        var outcome = twin.queue.read(id).body().path("outcome");
        return outcome.path("media_urls").path(0).path("url").asText();
    }
}
