package dev.callsheet.scorer.inbound;

import static dev.callsheet.scorer.inbound.Bench.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.measure.CampaignReport.Outcome;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.scorer.domain.CampaignTake;
import dev.callsheet.scorer.outbound.CampaignFiles;
import dev.callsheet.scorer.outbound.ObjectStore;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = @ResourceArg(name = "parts", value = "kafka,object-store"))
class CampaignsIT {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignFiles files;

    @Inject
    ObjectStore store;

    @Test
    void manyDrawAtOnceAndTheLastDrawingHasEverything() throws Exception {
        try (var pods = Executors.newFixedThreadPool(6)) {
            List<Future<?>> drawing = IntStream.range(0, 18)
                    .<Future<?>>mapToObj(
                            i -> pods.submit(() -> campaigns.unmade(unmade("crowd", i), AT.plusSeconds(i))))
                    .toList();
            for (Future<?> one : drawing) {
                one.get();
            }
        }

        JsonNode drawn = drawn("crowd");
        assertThat(drawn.at("/bound/takes").asInt()).isEqualTo(18);
        assertThat(drawn.at("/number").asInt()).isEqualTo(18);
        assertThat(drawn.at("/clips")).hasSize(18);
    }

    @Test
    void aTakeThatComesTwiceIsOneAndTheLatestRulingCounts() {
        Work.Unmade once = unmade("twice", 1);
        campaigns.unmade(once, AT);
        campaigns.ruled(ruled(once, Ruling.Word.REJECTED, AT.plusSeconds(20)));
        campaigns.ruled(ruled(once, Ruling.Word.APPROVED, AT.plusSeconds(10)));

        campaigns.unmade(once, AT);

        JsonNode drawn = drawn("twice");
        assertThat(drawn.at("/bound/takes").asInt()).isEqualTo(1);
        assertThat(drawn.at("/rejected").asInt()).isEqualTo(1);
        assertThat(drawn.at("/approved").asInt()).isZero();
        assertThat(drawn.at("/number").asInt()).isEqualTo(3);
    }

    @Test
    void anErasedCharacterDoesNotComeBackWithItsTake() {
        RequestId request = RequestId.ofKey(DEMO, "erased");
        TakeId take = TakeId.of(request, 1);
        CampaignTake seen = seen(request, take);
        // The erasure may come before the take's own file.
        files.erase(DEMO, "erased", take, CharacterId.of(DEMO, "Uma"), "Uma");

        campaigns.add(DEMO, seen);
        campaigns.add(DEMO, seen);

        JsonNode drawn = drawn("erased");
        assertThat(drawn.at("/bound/passed").asInt()).isEqualTo(1);
        assertThat(drawn.toString()).doesNotContain("Uma", "clip.mp4");
        assertThat(drawn.at("/notes").toString()).contains("consent was withdrawn");
    }

    private JsonNode drawn(String campaign) {
        return store.get(CampaignFiles.folder(DEMO, campaign) + "campaign.json", 1 << 20)
                .map(Json::read)
                .orElseThrow();
    }

    private static Work.Unmade unmade(String campaign, int i) {
        RequestId request = RequestId.ofKey(DEMO, campaign + i);
        return new Work.Unmade(request, TakeId.of(request, 1), DEMO, campaign, true, 1, "provider.failed");
    }

    private static Work.Ruled ruled(Work.Unmade take, Ruling.Word word, Instant at) {
        return new Work.Ruled(take.requestId(), take.takeId(), DEMO, take.campaign(), new Ruling(word, null, null, at));
    }

    private static CampaignTake seen(RequestId request, TakeId take) {
        var uma = new CampaignTake.Part("Uma", Verdict.Outcome.PASS, false, 0.3, 1.0, List.of());
        return new CampaignTake(
                "erased",
                request.toString(),
                take.toString(),
                1,
                true,
                Outcome.PASS,
                "Uma stays Uma",
                "s3://callsheet/clip.mp4",
                "s3://callsheet/report.json",
                AT,
                List.of(uma));
    }
}
