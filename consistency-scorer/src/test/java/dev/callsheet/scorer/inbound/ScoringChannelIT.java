package dev.callsheet.scorer.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.identity.Clips;
import dev.callsheet.identity.Photographs;
import dev.callsheet.stack.ObjectStoreClient;
import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
    private static final TenantId DEMO = new TenantId("demo");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "quarkus.minio.port")
    int storePort;

    @TempDir
    Path folder;

    private ObjectStoreClient store;
    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    @BeforeEach
    void connect() {
        store = new ObjectStoreClient(ObjectStoreKeys.local(storePort));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.FACTS, Topics.deadLetters(Topics.WORK_SCORING)));
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
        store.close();
    }

    @Test
    void aStoredClipIsMeasuredAndToldWithReportAndSheet() throws Exception {
        Path clip = new Clips(folder).of("clip", 3, Photographs.image("person-1-b"));
        String address = store.put("tenant/demo/request/r/take/t/clip.mp4", "video/mp4", Files.readAllBytes(clip));
        String reference = store.put("tenant/demo/media/mia.png", "image/png", png("person-1-a"));
        String stray = "s3://callsheet/tenant/acme/media/mia.png";
        Work.Scoring work = work("good", address, reference, stray, "https://a.example/mia.png");

        send(Work.Scoring.TYPE, Json.write(work));

        Fact.Score score = scoreOf(work);
        assertThat(score.verdict()).isEqualTo("PASS");
        assertThat(score.framesWithin()).isEqualTo(1.0);
        assertThat(score.median()).isBetween(0.1, 0.604);
        var report = Json.read(store.get(score.report().substring("s3://callsheet/".length())));
        assertThat(report.at("/characters/0/warnings")).hasSize(2);
        assertThat(report.at("/characters/0/warnings/0/text").asText()).contains("not among the files of tenant demo");
        assertThat(report.at("/calibration/threshold").asDouble()).isEqualTo(0.604);
        assertThat(score.sheet()).endsWith("/score/sheet.png");
        assertThat(store.get(score.sheet().substring("s3://callsheet/".length())))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aClipThatIsNoneIsAResultAndNotAnEndlessRetry() throws Exception {
        String address = store.put(
                "tenant/demo/request/r/take/u/clip.mp4", "video/mp4", "no clip".getBytes(StandardCharsets.UTF_8));
        String playlist = store.put(
                "tenant/demo/request/r/take/v/clip.mp4",
                "video/mp4",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        Work.Scoring broken = work("broken", address, address);
        Work.Scoring listed = work("playlist", playlist, address);
        Work.Scoring missing = work("missing", "s3://callsheet/tenant/demo/none.mp4", address);

        send(Work.Scoring.TYPE, Json.write(broken));
        send(Work.Scoring.TYPE, Json.write(listed));
        send(Work.Scoring.TYPE, Json.write(missing));

        assertThat(scoreOf(broken).verdict()).isEqualTo("NOT_MEASURABLE");
        assertThat(scoreOf(broken).reason()).contains("the decoder refused the file");
        assertThat(scoreOf(listed).verdict()).isEqualTo("NOT_MEASURABLE");
        assertThat(scoreOf(missing).reason()).contains("there is no such object");
    }

    @Test
    void anUnreadableRecordIsPutAsideAndNothingBehindItWaits() {
        send(Work.Scoring.TYPE, "{not json".getBytes(StandardCharsets.UTF_8));
        send("dev.callsheet.somebody.else.v1", "{}".getBytes(StandardCharsets.UTF_8));
        Work.Scoring behind = work("behind", "s3://callsheet/tenant/demo/none.mp4");

        send(Work.Scoring.TYPE, Json.write(behind));

        assertThat(scoreOf(behind).verdict()).isEqualTo("NOT_MEASURABLE");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(records())
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
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> records().stream()
                                .filter(told -> told.topic().equals(Topics.FACTS))
                                .map(told -> FactTypes.read(IncomingEvents.read(told)))
                                .filter(fact -> fact instanceof Fact.ClipScored scored
                                        && scored.takeId().equals(work.takeId()))
                                .map(fact -> ((Fact.ClipScored) fact).score())
                                .toList(),
                        scores -> !scores.isEmpty())
                .getFirst();
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen;
    }

    private void send(String type, byte[] data) {
        var event = new CloudEvent(UUID.randomUUID().toString(), "/test", type, null, null, Map.of(), data);
        var encoded = KafkaBinding.write(event);
        var kafkaRecord = new ProducerRecord<byte[], byte[]>(Topics.WORK_SCORING, null, encoded.value());
        encoded.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
        producer.send(kafkaRecord);
        producer.flush();
    }

    private static Work.Scoring work(String name, String clip, String... references) {
        RequestId request = RequestId.ofEvent(DEMO, "/test", name);
        var mia = new Work.Character("Mia", VideoRequest.Kind.HUMAN, List.of(references));
        return new Work.Scoring(request, TakeId.of(request, 1), DEMO, null, clip, true, List.of(mia));
    }

    private static byte[] png(String id) throws IOException {
        var out = new ByteArrayOutputStream();
        BufferedImage face = Photographs.image(id);
        ImageIO.write(face, "png", out);
        return out.toByteArray();
    }
}
