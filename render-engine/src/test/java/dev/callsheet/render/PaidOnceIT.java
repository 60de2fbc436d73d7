package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.render.FakeProvider.Fault;
import dev.callsheet.render.outbound.Reports.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaidOnceIT extends Workshop {

    @Test
    void aLostSubmitAnswerIsReconciledNotPaidAgain() throws Exception {
        TestLine worker = worker();
        provider.faults.add(Fault.LOST_ANSWER);

        RequestId id = worker.assign("lost", FRAME);

        awaitState(worker, id, "finished");
        assertThat(provider.posts).hasValue(1);
        assertThat(states(worker, id))
                .containsExactly("queued", "submitting", "unsure", "rendering", "fetching", "finished");
        assertPaid(worker, id, 1, PRICE);
        await().untilAsserted(() -> assertThat(worker.counted("callsheet_takes_ended", "outcome", "finished"))
                .isEqualTo(1));
        assertCounted(worker, PRICE, PRICE, PRICE, 0);
    }

    @Test
    void aWorkerKilledAfterTheIntentDoesNotPayTwice() throws Exception {
        TestLine dying = worker();
        provider.faults.add(Fault.HANGS_AFTER_ACCEPTING);
        RequestId id = dying.assign("killed", FRAME);
        await().untilAsserted(() -> assertThat(provider.posts).hasValue(1));
        dying.kill();

        TestLine heir = worker();

        awaitState(heir, id, "finished");
        assertThat(provider.posts).hasValue(1);
        assertThat(states(heir, id)).contains("unsure");
        assertPaid(heir, id, 1, PRICE);
    }

    @Test
    void anAmbiguousTakeNotFoundIsReleasedAndQueuedAgain() throws Exception {
        TestLine worker = worker();
        provider.faults.add(Fault.NEVER_ARRIVED);

        RequestId id = worker.assign("never-arrived", FRAME);

        awaitState(worker, id, "finished");
        assertThat(provider.posts).hasValue(2);
        assertThat(provider.uploads).hasValue(1);
        assertThat(worker.reports.takes(id).getFirst().steps())
                .extracting(Step::cause)
                .anySatisfy(cause -> assertThat(cause).startsWith("not among 0 jobs listed"));
        assertThat(worker.reports.account(id).releasedMicros()).isEqualTo(PRICE);
        assertPaid(worker, id, 1, PRICE);
        assertCounted(worker, PRICE, 2 * PRICE, PRICE, PRICE);
    }

    @Test
    void workDeliveredTwiceIsDoneOnce() throws Exception {
        TestLine worker = worker();

        RequestId id = worker.assign("twice", FRAME);
        worker.assign("twice", FRAME);

        awaitState(worker, id, "finished");
        assertThat(worker.reports.takes(id)).hasSize(1);
        assertPaid(worker, id, 1, PRICE);
        assertThat(worker.counted("callsheet_duplicates", "door", "work")).isEqualTo(1);
        assertCounted(worker, PRICE, PRICE, PRICE, 0);
    }

    @Test
    void aRefusedTakeCostsNothingAndSaysWhy() throws Exception {
        TestLine worker = worker();
        provider.faults.add(Fault.REFUSED);

        RequestId id = worker.assign("refused", FRAME);

        awaitState(worker, id, "failed");
        assertThat(facts()).containsExactly("take.queued", "take.failed", "request.failed");
        assertPaid(worker, id, 0, 0);
    }

    @Test
    void aForeignOrMissingInputIsRefusedBeforeMoney() throws Exception {
        TestLine worker = worker();

        RequestId foreign = worker.assign("foreign", "s3://callsheet/tenant/other/media/frame.png");
        RequestId missing = worker.assign("missing", "s3://callsheet/tenant/demo/media/nothing.png");

        awaitState(worker, foreign, "failed");
        awaitState(worker, missing, "failed");
        assertThat(provider.posts).hasValue(0);
        assertThat(worker.reports.account(missing).committedMicros()).isZero();
    }

    @Test
    void aQueuedTakeIsCancelledForNothing() throws Exception {
        TestLine worker = worker();
        provider.faults.add(Fault.NO_CREDITS);
        RequestId first = worker.assign("pauses-the-model", FRAME);
        await().untilAsserted(() -> assertThat(states(worker, first)).endsWith("submitting", "queued"));
        RequestId id = worker.assign("unwanted", FRAME);

        worker.line.cancel(id, new dev.callsheet.contracts.TenantId("other"), "not theirs", Unstoppable.KEEP);
        worker.line.cancel(id, TestLine.TENANT, "changed my mind", Unstoppable.KEEP);

        awaitState(worker, id, "cancelled");
        assertThat(worker.reports.account(id).committedMicros()).isZero();
        assertThat(facts()).contains("take.cancelled", "request.cancelled");
    }

    @Test
    void twoWorkersShareManyTakesAndEachIsPaidOnce() throws Exception {
        TestLine one = worker();
        TestLine other = worker();
        for (int i = 0; i < 15; i++) {
            provider.faults.addAll(List.of(Fault.LOST_ANSWER, Fault.PUT_OFF, Fault.RATE_LIMITED_JOB));
        }
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add((i % 2 == 0 ? one : other).assign("many-" + i, FRAME));
        }

        for (RequestId id : ids) {
            awaitState(one, id, "finished");
            assertThat(one.reports.account(id).settledMicros()).isEqualTo(PRICE);
            assertThat(one.reports.account(id).openMicros()).isZero();
        }
        assertThat(provider.paid).hasValue(60);
        assertThat(count("select count(*) from slots where take_id is not null"))
                .isZero();
    }

    /** The ledger and what is told of it are the same. */
    private static void assertCounted(TestLine worker, long quoted, long committed, long settled, long released) {
        await().untilAsserted(() -> assertThat(List.of("quoted", "committed", "settled", "released"))
                .extracting(entry -> Math.round(1e6 * worker.counted("callsheet_money_usd", "entry", entry)))
                .containsExactly(quoted, committed, settled, released));
    }
}
