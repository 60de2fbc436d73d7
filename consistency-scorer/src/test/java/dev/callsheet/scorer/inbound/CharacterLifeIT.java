package dev.callsheet.scorer.inbound;

import static dev.callsheet.scorer.inbound.Bench.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.Clips;
import dev.callsheet.identity.Photographs;
import dev.callsheet.scorer.outbound.ObjectStore;
import dev.callsheet.scorer.outbound.Register;
import dev.callsheet.scorer.outbound.ScoreFolder;
import dev.callsheet.scorer.outbound.Sweep;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = @ResourceArg(name = "parts", value = "kafka,object-store"))
class CharacterLifeIT {
    private static final String SPRING = "spring";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "quarkus.minio.port")
    int storePort;

    @Inject
    ObjectStore store;

    @Inject
    Register register;

    @Inject
    Sweep sweep;

    @TempDir
    Path folder;

    private Bench bench;
    private HttpServer partner;

    @BeforeEach
    void connect() throws IOException {
        bench = new Bench(bootstrapServers, storePort);
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/nora.png", exchange -> {
            byte[] picture = Bench.png("person-1-b");
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        partner.start();
    }

    @AfterEach
    void disconnect() {
        bench.close();
        partner.stop(0);
    }

    @Test
    void aCharacterIsRegisteredMeasuredAndForgotten() throws Exception {
        CharacterId nora = CharacterId.of(DEMO, "Nora");
        Path clip = new Clips(folder).of("nora", 3, Photographs.image("person-1-b"));
        String address = bench.put("tenant/demo/request/n/take/t/clip.mp4", "video/mp4", Files.readAllBytes(clip));

        bench.send(Work.Enrolment.TYPE, Json.write(enrolment("Nora", 1, references())));

        Fact.CharacterMeasured ready = measured(nora, 1);
        assertThat(ready.state()).as(ready.text()).isEqualTo("READY");
        assertThat(ready.usable()).isEqualTo(2);
        assertThat(kept(nora)).hasSize(1).allMatch(key -> key.endsWith("/prototype-1.bin"));

        Work.Scoring first = scoring("first", "Nora", address, SPRING);
        bench.send(Work.Scoring.TYPE, Json.write(first));
        Fact.Score score = scoreOf(first);
        assertThat(score.verdict()).as(score.reason()).isEqualTo("PASS");
        assertThat(Json.read(bench.get(score.report()))
                        .at("/characters/0/prototype")
                        .asText())
                .isEqualTo("Nora, version 1");
        assertThat(store.list(ScoreFolder.of(DEMO, first.requestId(), first.takeId())))
                .hasSize(5);
        Work.Scoring second = scoring("second", "Nora", address, SPRING);
        bench.send(Work.Scoring.TYPE, Json.write(second));
        scoreOf(second);
        Work.Unmade third = unmade();
        bench.send(Work.Unmade.TYPE, Json.write(third));
        var word = new Ruling(Ruling.Word.APPROVED, "a producer", null, Instant.parse("2026-01-02T03:04:05Z"));
        bench.send(Work.Ruled.TYPE, Json.write(new Work.Ruled(first.requestId(), first.takeId(), DEMO, SPRING, word)));

        Fact.CampaignScored campaign = campaign(3, told -> told.approved() == 1);
        assertThat(campaign.bound()).isNotNull().satisfies(bound -> {
            assertThat(bound.takes()).isEqualTo(3);
            assertThat(bound.passed()).isEqualTo(2);
            assertThat(bound.unmade()).isEqualTo(1);
        });
        assertThat(bench.get(campaign.sheet())).startsWith(0x89, 'P', 'N', 'G');
        assertThat(text(campaign.page())).contains("<html");
        JsonNode drawn = Json.read(bench.get(campaign.report()));
        assertThat(drawn.at("/characters/0/name").asText()).isEqualTo("Nora");
        assertThat(drawn.at("/characters/0/pairs/within").asInt()).isEqualTo(1);
        assertThat(kept(nora)).hasSize(5);
        assertThat(store.get(kept(nora).getFirst(), 1 << 20).map(String::new).orElseThrow())
                .doesNotContain("Nora", "callsheet", "nora.png");

        bench.send(Work.Withdrawal.TYPE, Json.write(new Work.Withdrawal(nora, DEMO, "Nora", 1)));

        Fact.CharacterErased erased = bench.fact(
                Fact.CharacterErased.class, told -> told.characterId().equals(nora));
        assertThat(erased.objects()).isEqualTo(15);
        assertThat(kept(nora)).isEmpty();
        assertThat(store.list(ScoreFolder.of(DEMO, first.requestId(), first.takeId())))
                .isEmpty();
        Fact.CampaignScored without = campaign(3, told -> told.number() > campaign.number());
        assertThat(text(without.report()) + text(without.page())).doesNotContain("Nora");
        assertThat(without.bound()).isEqualTo(campaign.bound());

        Work.Scoring after = scoring("after", "Nora", address, "summer");
        bench.send(Work.Scoring.TYPE, Json.write(after));

        assertThat(scoreOf(after).verdict()).isEqualTo("NOT_MEASURABLE");
        assertThat(scoreOf(after).reason()).contains("consent");
        assertThat(kept(nora)).isEmpty();

        bench.send(Work.Enrolment.TYPE, Json.write(enrolment("Nora", 2, references())));
        assertThat(measured(nora, 2).state()).isEqualTo("READY");
        assertThat(register.standing(DEMO, nora).isWithdrawn()).isFalse();

        // What has a time ends by itself.
        assertThat(sweep.run(Instant.now()).expired()).isZero();
        assertThat(sweep.run(Instant.now().plus(Duration.ofDays(181))).expired())
                .isPositive();
        assertThat(kept(nora)).isEmpty();
    }

    @Test
    void aWithdrawalWhileTheClipIsMeasuredLeavesNothing() throws Exception {
        CharacterId iris = CharacterId.of(DEMO, "Iris");
        Path clip = new Clips(folder).of("iris", 3, Photographs.image("person-1-b"));
        String address = bench.put("tenant/demo/request/i/take/t/clip.mp4", "video/mp4", Files.readAllBytes(clip));
        bench.send(Work.Enrolment.TYPE, Json.write(enrolment("Iris", 1, references())));
        measured(iris, 1);
        Work.Scoring scoring = scoring("overtaken", "Iris", address, "autumn");

        bench.send(Work.Scoring.TYPE, Json.write(scoring));
        bench.send(Work.Withdrawal.TYPE, Json.write(new Work.Withdrawal(iris, DEMO, "Iris", 1)));

        bench.fact(Fact.CharacterErased.class, told -> told.characterId().equals(iris));
        scoreOf(scoring);
        assertThat(kept(iris)).isEmpty();
        // Whichever came first: there is no report, or one that says why it shows nothing.
        String report = ScoreFolder.of(DEMO, scoring.requestId(), scoring.takeId()) + "report.json";
        assertThat(store.get(report, 1 << 20).map(String::new))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        told -> assertThat(told.orElseThrow())
                                .contains("consent")
                                .doesNotContain("Iris, version 1"));
    }

    @Test
    void referencesOfTwoPeopleAreRefusedAndPinNothing() {
        CharacterId ida = CharacterId.of(DEMO, "Ida");
        String one = bench.put("tenant/demo/media/ida.png", "image/png", Bench.png("person-1-a"));
        String other = bench.put("tenant/demo/media/other.png", "image/png", Bench.png("person-3-a"));

        bench.send(Work.Enrolment.TYPE, Json.write(enrolment("Ida", 1, List.of(one, other))));

        Fact.CharacterMeasured refused = measured(ida, 1);
        assertThat(refused.state()).isEqualTo("REFUSED");
        assertThat(refused.code()).isEqualTo("REFERENCE_INCONSISTENT");
        assertThat(refused.text()).contains("other.png");
        assertThat(register.prototype(DEMO, ida, Instant.now())).isEmpty();
    }

    private String text(String address) {
        return new String(bench.get(address), StandardCharsets.UTF_8);
    }

    /** One in the store, one at a partner's. */
    private List<String> references() {
        String stored = bench.put("tenant/demo/media/nora.png", "image/png", Bench.png("person-1-a"));
        return List.of(stored, "http://127.0.0.1:" + partner.getAddress().getPort() + "/nora.png?signature=secret");
    }

    private List<String> kept(CharacterId character) {
        return store.list("tenant/demo/identity/character/" + character + "/").stream()
                .map(ObjectStore.Listed::key)
                .toList();
    }

    private Fact.CharacterMeasured measured(CharacterId character, int version) {
        return bench.fact(
                Fact.CharacterMeasured.class,
                told -> told.characterId().equals(character) && told.version() == version);
    }

    private Fact.Score scoreOf(Work.Scoring work) {
        return bench.fact(Fact.ClipScored.class, told -> told.takeId().equals(work.takeId()))
                .score();
    }

    private Fact.CampaignScored campaign(int takes, java.util.function.Predicate<Fact.CampaignScored> fits) {
        return bench.fact(
                Fact.CampaignScored.class,
                told -> told.campaign().equals(SPRING) && told.takes() == takes && fits.test(told));
    }

    private static Work.Enrolment enrolment(String name, int version, List<String> references) {
        var character = new Work.Character(name, VideoRequest.Kind.HUMAN, references);
        return new Work.Enrolment(CharacterId.of(DEMO, name), DEMO, version, character, null, null);
    }

    /** Of a request that has no references of its own: it names the character. */
    private static Work.Scoring scoring(String name, String character, String clip, String campaign) {
        RequestId request = RequestId.ofEvent(DEMO, "/test", name);
        var named = new Work.Character(character, VideoRequest.Kind.HUMAN, List.of());
        return new Work.Scoring(request, TakeId.of(request, 1), DEMO, campaign, clip, true, List.of(named), 1, null);
    }

    private static Work.Unmade unmade() {
        RequestId request = RequestId.ofEvent(DEMO, "/test", "unmade");
        return new Work.Unmade(request, TakeId.of(request, 1), DEMO, SPRING, true, 1, "provider.failed");
    }
}
