package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.FakeProvider.Fault;
import dev.callsheet.render.domain.PersonsWord;
import dev.callsheet.render.outbound.ClipRecords;
import dev.callsheet.render.outbound.Verification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TakesGoOnIT extends Workshop {

    @Test
    void theClipIsStoredWithItsMarkAndItsHashes() throws Exception {
        TestLine worker = worker();

        RequestId id = worker.assign("plain", FRAME);

        awaitState(worker, id, "finished");
        String folder = "tenant/demo/request/" + id + "/take/"
                + worker.reports.takes(id).getFirst().takeId() + "/";
        byte[] clip = Objects.requireNonNull(store.objects.get(folder + "clip.mp4"));
        var manifest = Json.read(Objects.requireNonNull(store.objects.get(folder + "manifest.json")));
        assertThat(clip).startsWith(provider.film).hasSizeGreaterThan(provider.film.length + 500);
        assertThat(manifest.at("/clip/sha256").asText()).isEqualTo(Json.sha256(clip));
        assertThat(manifest.at("/clip/bytes").asLong()).isEqualTo(clip.length);
        assertThat(manifest.at("/rendered/sha256").asText()).isEqualTo(Json.sha256(provider.film));
        assertThat(manifest.at("/aiGenerated/mark").asText()).isEqualTo("xmp");
        assertThat(manifest.at("/clip/seconds").asDouble()).isEqualTo(5);
        assertThat(manifest.at("/providerId").asText()).isEqualTo("job-1");
        assertThat(manifest.at("/inputs/0/sha256").asText())
                .isEqualTo(Json.sha256(store.objects.get("tenant/demo/media/frame.png")));
        assertThat(facts()).containsExactly("take.queued", "take.rendering", "take.finished", "request.completed");
        assertPaid(worker, id, 1, PRICE);
        assertVerified(id);
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
    void aWorkerWhoseClockIsMinutesAheadPutsNothingOffByThem() throws Exception {
        provider.faults.addAll(List.of(Fault.PUT_OFF, Fault.RATE_LIMITED_JOB));
        TestLine worker = worker(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(5)));

        RequestId id = worker.assign("ahead", FRAME);

        awaitState(worker, id, "finished");
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

    @Test
    void whatIsMeasuredAndSaidLaterIsPutIntoTheManifest() throws Exception {
        TestLine worker = worker(new MeasuredScenario());
        RequestId id = worker.assign("noted", FRAME);
        awaitState(worker, id, "finished");

        worker.line.measured(scored(id, 1, "REVIEW"));
        worker.line.rule(
                new PersonsWord(id, null, TestLine.TENANT, Ruling.Word.APPROVED, "ann", null, UUID.randomUUID(), null));

        String key = "tenant/demo/request/" + id + "/take/" + TakeId.of(id, 1) + "/manifest.json";
        await().untilAsserted(() -> {
            var manifest = Json.read(Objects.requireNonNull(store.objects.get(key)));
            assertThat(manifest.at("/score/verdict").asText()).isEqualTo("REVIEW");
            assertThat(manifest.at("/score/report").asText()).isEqualTo("s3://callsheet/report.json");
            assertThat(manifest.at("/ruling/by").asText()).isEqualTo("ann");
            assertThat(manifest.at("/version").asInt()).isGreaterThan(1);
        });
        assertVerified(id);
    }

    private void assertVerified(RequestId id) throws Exception {
        var verification = new Verification(new ClipRecords(transactions()), store);
        assertThat(verification.verify(id.value()))
                .isNotEmpty()
                .allSatisfy(verified -> assertThat(verified.checks())
                        .noneMatch(check -> Boolean.FALSE.equals(check.ok()))
                        .anyMatch(check -> check.name().equals("mark: made by AI")));
    }

    private static Fact.ClipScored scored(RequestId id, int attempt, String verdict) {
        var score = new Fact.Score(verdict, "rule", 0.5, 0.5, 0.604, "first", "s3://callsheet/report.json", null);
        return new Fact.ClipScored(id, TakeId.of(id, attempt), TestLine.TENANT, score);
    }
}
