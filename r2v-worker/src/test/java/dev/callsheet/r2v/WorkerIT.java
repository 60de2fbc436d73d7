package dev.callsheet.r2v;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Violation;
import dev.callsheet.contracts.Work;
import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFile;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.r2v.outbound.Tone;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.data.Percentage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "schema", value = "r2v"))
@WithTestResource(QueueOnLoopback.class)
class WorkerIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    ClipStore store;

    @TempDir
    Path folder;

    private Corridor corridor;

    @BeforeEach
    void listen() {
        corridor = new Corridor(bootstrapServers, Topics.FACTS, Topics.WORK_SCORING);
    }

    @AfterEach
    void hangUp() {
        corridor.close();
    }

    @Test
    void aClipThatShowsSomebodyElseIsTakenAgainAndTheGoodOneIsTheResult() throws Exception {
        RequestId id = corridor.assign(Route.R2V, "mia", """
                {'prompt':'@{mia} waves','maxTakes':3,'campaign':'spring','output':{'resolution':'720P','seconds':3},
                 'media':[{'role':'reference','uri':'https://faces.example.com/1.png','character':'mia','kind':'human'}]}""");
        awaitScoring(id, 1);
        Work.Scoring scoring = scorings(id).getFirst();
        assertThat(scoring.bound()).isTrue();
        assertThat(scoring.characters().getFirst().references()).containsExactly("https://faces.example.com/1.png");

        score(id, 1, "FAIL");
        awaitScoring(id, 2);
        score(id, 2, "PASS");

        within(() -> {
            assertThat(corridor.facts(id).getLast()).isInstanceOfSatisfying(Fact.RequestCompleted.class, completed -> {
                assertThat(completed.takeId()).isEqualTo(TakeId.of(id, 2));
                assertThat(completed.verdict()).isEqualTo("PASS");
                assertThat(completed.takes()).isEqualTo(2);
                assertThat(completed.settledMicros()).isEqualTo(600_000);
            });
        });
        assertThat(QueueOnLoopback.JOBS.values())
                .filteredOn(payload -> payload.path("prompt").asText().equals("Image 1 waves"))
                .hasSize(2)
                .extracting(payload -> payload.path("seed").asLong())
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameThatNobodyBearsEndsTheRequestBeforeMoney() throws Exception {
        RequestId id = corridor.assign(Route.R2V, "zoe", """
                {'prompt':'@{zoe} waves','output':{'resolution':'720P','seconds':3},
                 'media':[{'role':'reference','uri':'https://faces.example.com/1.png','character':'mia'}]}""");

        within(() -> assertThat(corridor.facts(id))
                .hasExactlyElementsOfTypes(Fact.TakeQueued.class, Fact.TakeFailed.class, Fact.RequestFailed.class));
        assertThat(((Fact.RequestFailed) corridor.facts(id).getLast()).code()).isEqualTo("BINDING_OUT_OF_RANGE");
        assertThat(((Fact.RequestFailed) corridor.facts(id).getLast()).settledMicros())
                .isZero();
    }

    @Test
    void aVoiceReachesTheModelInTheSoundOfAReferenceClip() throws Exception {
        put("mia.png", picture());
        put("mia.wav", Tone.wav(12));

        RequestId id = corridor.assign(
                Route.R2V,
                "voice",
                """
                {'prompt':'@{mia} says hello','output':{'resolution':'720P','seconds':3},
                 'media':[{'role':'reference','type':'image','uri':'s3://callsheet/tenant/demo/media/mia.png',
                           'character':'mia','voice':{'uri':'s3://callsheet/tenant/demo/media/mia.wav',
                           'required':true,'trim':true}}]}""",
                List.of(Violation.of(Reason.VOICE_AS_REFERENCE_CLIP, "/media/0/voice", null, null)));

        within(() -> assertThat(corridor.facts(id))
                .filteredOn(Fact.TakeFinished.class::isInstance)
                .singleElement());
        JsonNode payload = QueueOnLoopback.JOBS.values().stream()
                .filter(job -> job.path("prompt").asText().equals("Video 1 says hello"))
                .findFirst()
                .orElseThrow();
        assertThat(payload.has("reference_image")).isFalse();
        byte[] clip = QueueOnLoopback.UPLOADS.get(
                payload.path("reference_video").path(0).asText());
        MediaFacts facts = MediaFile.facts(Files.write(folder.resolve("clip.mp4"), clip));
        assertThat(facts.format()).isEqualTo(MediaFormat.MP4);
        assertThat(facts.sound()).isTrue();
        assertThat(facts.seconds()).isCloseTo(10, Percentage.withPercentage(2));
        assertThat(facts.width()).isEqualTo(600);
    }

    @Test
    void aVoiceThatIsTooLongEndsTheTakeBeforeMoney() throws Exception {
        put("mia.png", picture());
        put("long.wav", Tone.wav(12));

        RequestId id = corridor.assign(
                Route.R2V,
                "long voice",
                """
                {'prompt':'@{mia} says goodbye','output':{'resolution':'720P','seconds':3},
                 'media':[{'role':'reference','type':'image','uri':'s3://callsheet/tenant/demo/media/mia.png',
                           'character':'mia','voice':{'uri':'s3://callsheet/tenant/demo/media/long.wav'}}]}""",
                List.of(Violation.of(Reason.VOICE_AS_REFERENCE_CLIP, "/media/0/voice", null, null)));

        within(() -> assertThat(corridor.facts(id)).last().isInstanceOfSatisfying(Fact.RequestFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo("VOICE_SAMPLE_TOO_LONG");
            assertThat(failed.settledMicros()).isZero();
        }));
    }

    private void put(String name, byte[] bytes) throws IOException {
        store.put(
                "tenant/demo/media/" + name, "application/octet-stream", bytes.length, new ByteArrayInputStream(bytes));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void awaitScoring(RequestId id, int count) {
        within(() -> assertThat(scorings(id)).hasSize(count));
    }

    private List<Work.Scoring> scorings(RequestId id) {
        return corridor.scorings().stream()
                .filter(scoring -> scoring.requestId().equals(id))
                .toList();
    }

    private void score(RequestId id, int attempt, String verdict) throws Exception {
        var score = new Fact.Score(verdict, "rule", 0.5, 0.5, 0.604, "first", "s3://callsheet/report.json", null);
        Fact fact = new Fact.ClipScored(id, TakeId.of(id, attempt), Corridor.TENANT, score);
        corridor.send(Topics.FACTS, id, fact.event("test", Instant.EPOCH));
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
