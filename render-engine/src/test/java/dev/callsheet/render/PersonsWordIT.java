package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling.Word;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.PersonsWord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What persons say of clips, on real tables. */
class PersonsWordIT extends Workshop {
    private static final JobStatus WORKING = new JobStatus.Running("processing");
    private static final Instant SAID = Instant.parse("2026-01-01T00:00:00.123456Z");

    private TestLine worker;

    @BeforeEach
    void hire() {
        worker = worker(new MeasuredScenario());
    }

    @Test
    void aHeldRequestWaitsUntilAPersonApproves() throws Exception {
        RequestId id = finished("held", "");
        measured(id, 1, "REVIEW");
        measured(id, 1, "REVIEW");
        assertThat(told("request.held")).isOne();
        assertThat(open(id)).isTrue();

        rule(id, null, Word.APPROVED, "first");
        rule(id, null, Word.APPROVED, "first");

        assertThat(facts()).endsWith("request.held", "clip.ruled", "request.completed");
        assertThat(open(id)).isFalse();
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void aWordAfterTheEndIsKeptAndToldAndOpensNothing() throws Exception {
        RequestId id = finished("over", ",\"campaign\":\"spring\"");
        measured(id, 1, "PASS");

        rule(id, 1, Word.REJECTED, "too late");

        assertThat(facts()).endsWith("request.completed", "clip.ruled", "work.ruled");
        assertThat(worker.reports.takes(id)).hasSize(1);
        assertThat(count("select count(*) from requests where state = 'completed'"))
                .isOne();
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void aRejectedClipIsTakenAgainWithoutWaitingForItsScore() throws Exception {
        RequestId id = finished("rejected", "");

        rule(id, 1, Word.REJECTED, "no");
        await().untilAsserted(() -> assertThat(worker.reports.takes(id)).hasSize(2));
        awaitState(worker, id, "finished");
        measured(id, 1, "PASS");
        measured(id, 2, "REVIEW");
        rule(id, 1, Word.REJECTED, "still not");
        rule(id, null, Word.APPROVED, "this one");

        assertThat(told("work.scoring")).as("each clip is measured once").isEqualTo(2);
        assertThat(facts())
                .as("held once, whatever is said of the other clip")
                .endsWith("request.held", "clip.ruled", "clip.ruled", "request.completed");
        assertPaid(worker, id, 2, 2 * PRICE);
    }

    @Test
    void theLastWordCountsAndItsTimeIsTheLatestWhateverTheClocksSay() throws Exception {
        RequestId id = finished("twice", "");
        measured(id, 1, "REVIEW");

        rule(id, 1, Word.APPROVED, "yes");
        rule(id, 1, Word.REJECTED, "no");
        rule(id, 1, Word.APPROVED, "yes");

        assertThat(count("select count(*) from rulings")).isEqualTo(2);
        assertThat(count("""
                select count(*) from rulings a join rulings b on b.word = 'rejected' and b.at = a.at + interval '1 ms'
                where a.word = 'approved' and a.at = '2026-01-01T00:00:00.123Z'""")).isOne();
        assertThat(told("clip.ruled")).isEqualTo(2);
    }

    @Test
    void aRetakeThatWaitsIsCancelledForNothingOnceAnEarlierClipIsApproved() throws Exception {
        RequestId id = finished("waits", "");
        provider.outcome = WORKING;
        for (int i = 0; i < 4; i++) {
            awaitState(worker, worker.assign("in-the-way-" + i, FRAME), "rendering");
        }
        measured(id, 1, "FAIL");
        awaitState(worker, id, "queued");

        rule(id, 1, Word.APPROVED, "good enough");

        awaitState(worker, id, "cancelled");
        assertThat(worker.reports.account(id).committedMicros()).isEqualTo(PRICE);
        assertThat(provider.posts).hasValue(5);
        assertThat(told("request.completed")).isOne();
    }

    @Test
    void aRetakeThatIsJustPreparedIsNotSentAnyMore() throws Exception {
        RequestId id = finished("prepared", "");
        provider.slot = new CountDownLatch(1);
        measured(id, 1, "FAIL");
        await().untilAsserted(
                        () -> assertThat(count("select count(*) from takes where attempt = 2 and owner is not null"))
                                .isOne());

        rule(id, 1, Word.APPROVED, "good enough");
        provider.slot.countDown();

        awaitState(worker, id, "cancelled");
        assertThat(worker.reports.account(id).committedMicros()).isEqualTo(PRICE);
        assertThat(provider.posts).hasValue(1);
    }

    @Test
    void aRetakeThatRendersAndCannotBeStoppedIsKeptAndPaid() throws Exception {
        JobStatus done = provider.outcome;
        RequestId id = finished("renders", "");
        provider.outcome = WORKING;
        provider.stops = false;
        rule(id, 1, Word.REJECTED, "no");
        await().untilAsserted(() -> assertThat(worker.reports.takes(id)).hasSize(2));
        awaitState(worker, id, "rendering");

        rule(id, 1, Word.APPROVED, "good enough after all");
        await().untilAsserted(() -> assertThat(facts()).endsWith("request.completed", "take.unstoppable"));
        provider.end(done);

        awaitState(worker, id, "finished");
        assertThat(facts()).endsWith("take.unstoppable", "take.finished");
        assertPaid(worker, id, 2, 2 * PRICE);
    }

    @Test
    void aHeldRequestThatIsNoLongerWantedEnds() throws Exception {
        RequestId id = finished("unwanted", "");
        measured(id, 1, "REVIEW");

        worker.line.cancel(id, TestLine.TENANT, null, Unstoppable.KEEP);

        await().untilAsserted(() -> assertThat(facts()).endsWith("request.held", "request.completed"));
    }

    @Test
    void aHardDeadlineEndsAHeldRequestWithItsClip() throws Exception {
        Instant deadline = Instant.now().plusMillis(1500);
        RequestId id = finished("deadline", ",\"latency\":{\"deadline\":\"" + deadline + "\",\"hard\":true}");

        measured(id, 1, "REVIEW");

        assertThat(open(id)).isTrue();
        await().untilAsserted(() -> assertThat(facts()).endsWith("request.held", "request.completed"));
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void nobodyRulesOnAnothersClipOrOnNone() throws Exception {
        RequestId id = finished("foreign", "");
        measured(id, 1, "REVIEW");
        TenantId other = new TenantId("other");

        worker.line.rule(
                new PersonsWord(id, null, other, Word.APPROVED, null, null, DerivedId.of("ruling", "foreign"), null));
        worker.line.rule(new PersonsWord(
                RequestId.ofKey(TestLine.TENANT, "unknown"),
                null,
                TestLine.TENANT,
                Word.APPROVED,
                null,
                null,
                DerivedId.of("ruling", "unknown"),
                null));
        assertThatThrownBy(() -> rule(id, 2, Word.APPROVED, "which?"))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class, e -> assertThat(e.code()).isEqualTo("control.clip"))
                .hasMessageContaining("expected is a finished take of request " + id);

        assertThat(open(id)).isTrue();
        assertThat(count("select count(*) from rulings")).isZero();
    }

    @Test
    void aTakeOfACampaignThatWasMadeInVainIsCountedOnce() throws Exception {
        provider.faults.add(FakeProvider.Fault.REFUSED);
        provider.outcome = new JobStatus.Failed("no");
        RequestId refused = worker.assign(TestLine.TENANT, "refused", FRAME, ",\"campaign\":\"spring\"");
        awaitState(worker, refused, "failed");
        RequestId broken = worker.assign(TestLine.TENANT, "broken", FRAME, ",\"campaign\":\"spring\"");
        RequestId alone = worker.assign("of-no-campaign", FRAME);
        RequestId poor = worker.assign(
                TestLine.TENANT,
                "poor",
                FRAME,
                ",\"campaign\":\"spring\",\"budget\":{\"currency\":\"USD\",\"limit\":\"0.10\"}");
        for (RequestId id : new RequestId[] {broken, alone, poor}) {
            awaitState(worker, id, "failed");
        }

        assertThat(told("request.failed")).isEqualTo(4);
        assertThat(told("work.unmade"))
                .as("what was never sent is no take of the model's")
                .isEqualTo(2);
        assertThat(count("select count(*) from outbox where type like '%unmade%' and key = 'spring'"))
                .isEqualTo(2);
    }

    private RequestId finished(String name, String more) throws SQLException {
        RequestId id = worker.assign(TestLine.TENANT, name, FRAME, more);
        awaitState(worker, id, "finished");
        return id;
    }

    private void measured(RequestId id, int attempt, String verdict) throws SQLException {
        var score = new Fact.Score(verdict, "rule", 0.5, 0.5, 0.604, "first", "s3://callsheet/report.json", null);
        worker.line.measured(new Fact.ClipScored(id, TakeId.of(id, attempt), TestLine.TENANT, score));
    }

    private void rule(RequestId id, @Nullable Integer attempt, Word word, String event) throws SQLException {
        worker.line.rule(new PersonsWord(
                id,
                attempt == null ? null : TakeId.of(id, attempt),
                TestLine.TENANT,
                word,
                "eva",
                null,
                DerivedId.of("ruling", event),
                SAID));
    }

    private static int told(String type) throws SQLException {
        return Collections.frequency(facts(), type);
    }

    private static boolean open(RequestId id) throws SQLException {
        return count("select count(*) from requests where state = 'open' and id = '" + id + "'") == 1;
    }
}
