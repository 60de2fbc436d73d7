package dev.callsheet.scorer.inbound;

import static dev.callsheet.scorer.inbound.Bench.DEMO;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.Clips;
import dev.callsheet.identity.Photographs;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = @ResourceArg(name = "parts", value = "kafka,object-store"))
class ScoringChannelIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "quarkus.minio.port")
    int storePort;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void connect() {
        bench = new Bench(bootstrapServers, storePort);
    }

    @AfterEach
    void disconnect() {
        bench.close();
    }

    @Test
    void aStoredClipIsMeasuredAndToldWithReportAndSheet() throws Exception {
        Path clip = new Clips(folder).of("clip", 3, Photographs.image("person-1-b"));
        String address = bench.put("tenant/demo/request/r/take/t/clip.mp4", "video/mp4", Files.readAllBytes(clip));
        String reference = bench.put("tenant/demo/media/mia.png", "image/png", Bench.png("person-1-a"));
        String stray = "s3://callsheet/tenant/acme/media/mia.png";
        Work.Scoring work = work("good", address, reference, stray, "https://a.example/mia.png");

        bench.send(Work.Scoring.TYPE, Json.write(work));

        Fact.Score score = scoreOf(work);
        assertThat(score.verdict()).as(score.reason()).isEqualTo("PASS");
        assertThat(score.framesWithin()).isEqualTo(1.0);
        assertThat(score.median()).isBetween(0.1, score.threshold());
        assertThat(score.characters()).singleElement().satisfies(mia -> {
            assertThat(mia.name()).isEqualTo("Mia");
            assertThat(mia.verdict()).isEqualTo("PASS");
        });
        var report = Json.read(bench.get(score.report()));
        assertThat(report.at("/characters/0/warnings")).hasSize(2);
        assertThat(report.at("/characters/0/warnings/0/text").asText()).contains("not among the files of tenant demo");
        Fact.Evidence evidence = Objects.requireNonNull(score.evidence());
        for (String file : List.of(evidence.page(), evidence.frames(), evidence.curve())) {
            assertThat(bench.get(file)).as(file).isNotEmpty();
        }
        assertThat(score.sheet()).endsWith("/score/sheet.png");
        assertThat(bench.get(score.sheet())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aClipThatIsNoneIsAResultAndNotAnEndlessRetry() throws Exception {
        String address = bench.put(
                "tenant/demo/request/r/take/u/clip.mp4", "video/mp4", "no clip".getBytes(StandardCharsets.UTF_8));
        String playlist = bench.put(
                "tenant/demo/request/r/take/v/clip.mp4",
                "video/mp4",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        Work.Scoring broken = work("broken", address, address);
        Work.Scoring listed = work("playlist", playlist, address);
        Work.Scoring missing = work("missing", "s3://callsheet/tenant/demo/none.mp4", address);

        bench.send(Work.Scoring.TYPE, Json.write(broken));
        bench.send(Work.Scoring.TYPE, Json.write(listed));
        bench.send(Work.Scoring.TYPE, Json.write(missing));

        assertThat(scoreOf(broken).verdict()).isEqualTo("NOT_MEASURABLE");
        assertThat(scoreOf(broken).reason()).contains("cannot be decoded");
        assertThat(scoreOf(listed).verdict()).isEqualTo("NOT_MEASURABLE");
        assertThat(scoreOf(missing).reason()).contains("there is no such object");
    }

    @Test
    void anUnreadableRecordIsPutAsideAndNothingBehindItWaits() {
        bench.send(Work.Scoring.TYPE, "{not json".getBytes(StandardCharsets.UTF_8));
        bench.send("dev.callsheet.somebody.else.v1", "{}".getBytes(StandardCharsets.UTF_8));
        Work.Scoring behind = work("behind", "s3://callsheet/tenant/demo/none.mp4");

        bench.send(Work.Scoring.TYPE, Json.write(behind));

        assertThat(scoreOf(behind).verdict()).isEqualTo("NOT_MEASURABLE");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bench.records())
                        .filteredOn(letter -> letter.topic().endsWith(".dlq"))
                        .extracting(letter -> new String(
                                letter.headers().lastHeader("dlq-code").value(), StandardCharsets.UTF_8))
                        .contains("event.payload", "event.type"));
    }

    @Test
    void itIsReadyWithModelsAndBucket() {
        given().get("/q/health/ready").then().statusCode(200).body(containsString("dlib-face-resnet"));
    }

    private Fact.Score scoreOf(Work.Scoring work) {
        return bench.fact(Fact.ClipScored.class, scored -> scored.takeId().equals(work.takeId()))
                .score();
    }

    private static Work.Scoring work(String name, String clip, String... references) {
        RequestId request = RequestId.ofEvent(DEMO, "/test", name);
        var mia = new Work.Character("Mia", VideoRequest.Kind.HUMAN, List.of(references));
        return new Work.Scoring(request, TakeId.of(request, 1), DEMO, null, clip, true, List.of(mia), 1, null);
    }
}
