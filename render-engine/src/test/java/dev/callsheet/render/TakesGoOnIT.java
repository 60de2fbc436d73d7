package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.FakeProvider.Fault;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TakesGoOnIT extends Workshop {

    @Test
    void theClipIsStoredWithItsHash() throws Exception {
        TestLine worker = worker();

        RequestId id = worker.assign("plain", FRAME);

        awaitState(worker, id, "finished");
        String folder = "tenant/demo/request/" + id + "/take/"
                + worker.reports.takes(id).getFirst().takeId() + "/";
        byte[] clip = Objects.requireNonNull(store.objects.get(folder + "clip.mp4"));
        var manifest = Json.read(Objects.requireNonNull(store.objects.get(folder + "manifest.json")));
        assertThat(clip).isEqualTo(provider.film);
        assertThat(manifest.at("/clip/sha256").asText()).isEqualTo(Json.sha256(provider.film));
        assertThat(manifest.at("/clip/seconds").asDouble()).isEqualTo(5);
        assertThat(manifest.at("/providerId").asText()).isEqualTo("job-1");
        assertThat(manifest.at("/inputs/0/sha256").asText())
                .isEqualTo(Json.sha256(store.objects.get("tenant/demo/media/frame.png")));
        assertThat(facts()).containsExactly("take.queued", "take.rendering", "take.finished", "request.completed");
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void aPutOffSubmitAndAThrottledJobAreTriedAgain() throws Exception {
        TestLine worker = worker();
        provider.faults.addAll(List.of(Fault.PUT_OFF, Fault.RATE_LIMITED_JOB));

        RequestId id = worker.assign("put-off", FRAME);

        awaitState(worker, id, "finished");
        assertThat(provider.posts).hasValue(3);
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void withoutCreditsTheModelRestsAndGoesOnByItself() throws Exception {
        TestLine worker = worker();
        provider.faults.add(Fault.NO_CREDITS);

        RequestId first = worker.assign("poor", FRAME);

        await().untilAsserted(() -> assertThat(states(worker, first)).endsWith("submitting", "queued"));
        RequestId second = worker.assign("behind", FRAME);
        assertThat(states(worker, second)).containsExactly("queued");
        awaitState(worker, first, "finished");
        awaitState(worker, second, "finished");
        assertPaid(worker, first, 2, PRICE);
    }

    @Test
    void aTruncatedClipIsFetchedAgain() throws Exception {
        TestLine worker = worker();
        provider.truncatedClips.set(2);

        RequestId id = worker.assign("truncated", FRAME);

        awaitState(worker, id, "finished");
        assertThat(states(worker, id)).endsWith("fetching", "fetching", "fetching", "finished");
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void aFailedMeasurementLeadsToOneRetakeHoweverOftenItIsTold() throws Exception {
        TestLine worker = worker(new MeasuredScenario());
        RequestId id = worker.assign("measured", FRAME);
        awaitState(worker, id, "finished");

        worker.line.measured(scored(id, 1, "FAIL"));
        worker.line.measured(scored(id, 1, "FAIL"));

        await().untilAsserted(() -> assertThat(worker.reports.takes(id)).hasSize(2));
        awaitState(worker, id, "finished");
        worker.line.measured(scored(id, 2, "PASS"));
        assertThat(worker.reports.takes(id)).hasSize(2);
        assertThat(facts().stream().filter(type -> type.equals("work.scoring"))).hasSize(2);
        assertThat(facts()).endsWith("request.completed");
        assertPaid(worker, id, 2, 2 * PRICE);
    }

    private static Fact.ClipScored scored(RequestId id, int attempt, String verdict) {
        var score = new Fact.Score(verdict, "rule", 0.5, 0.5, 0.604, "first", "s3://callsheet/report.json", null);
        return new Fact.ClipScored(id, TakeId.of(id, attempt), TestLine.TENANT, score);
    }
}
