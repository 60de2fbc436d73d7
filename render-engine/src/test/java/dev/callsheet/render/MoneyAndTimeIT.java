package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.JobStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops, caps, deadlines and shares, on real tables. */
class MoneyAndTimeIT extends Workshop {
    private static final JobStatus WORKING = new JobStatus.Running("processing");

    @Test
    void aRunningRenderThatTheProviderStopsCostsNothing() throws Exception {
        JobStatus done = provider.outcome;
        provider.outcome = WORKING;
        TestLine worker = worker();
        RequestId id = worker.assign("stopped", FRAME);
        awaitState(worker, id, "rendering");

        worker.line.cancel(id, TestLine.TENANT, "changed my mind", Unstoppable.KEEP);

        awaitState(worker, id, "cancelled");
        provider.end(done);
        assertThat(worker.reports.account(id).releasedMicros()).isEqualTo(PRICE);
        assertThat(facts()).endsWith("take.cancelled", "request.cancelled");
    }

    @Test
    void aRenderThatCannotBeStoppedIsKeptOrDroppedByChoiceAndPaidEitherWay() throws Exception {
        JobStatus done = provider.outcome;
        provider.outcome = WORKING;
        provider.stops = false;
        TestLine worker = worker();
        RequestId kept = worker.assign("kept", FRAME);
        RequestId dropped = worker.assign("dropped", FRAME);
        awaitState(worker, kept, "rendering");
        awaitState(worker, dropped, "rendering");

        worker.line.cancel(kept, TestLine.TENANT, null, Unstoppable.KEEP);
        worker.line.cancel(dropped, TestLine.TENANT, null, Unstoppable.DROP);
        await().untilAsserted(() -> assertThat(facts().stream().filter(fact -> fact.equals("take.unstoppable")))
                .hasSize(2));
        provider.end(done);

        awaitState(worker, kept, "finished");
        awaitState(worker, dropped, "cancelled");
        assertThat(worker.reports.account(kept).settledMicros()).isEqualTo(PRICE);
        assertThat(worker.reports.account(dropped).settledMicros()).isEqualTo(PRICE);
        assertThat(store.objects.keySet()).noneMatch(key -> key.contains(dropped.toString()));
    }

    @Test
    void aCapIsNotOverdrawnByManyAtOnce() throws Exception {
        TestLine one = worker();
        TestLine other = worker();
        cap("demo", "", 3 * PRICE);
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add((i % 2 == 0 ? one : other).assign("capped-" + i, FRAME));
        }

        await().untilAsserted(() -> assertThat(count("select count(*) from requests where state = 'open'"))
                .isZero());

        assertThat(provider.posts).hasValue(3);
        assertThat(count("select count(*) from requests where state = 'completed'"))
                .isEqualTo(3);
        assertThat(count("select settled_micros from purses where tenant = 'demo'"))
                .isEqualTo(3 * PRICE);
        assertThat(facts().stream().filter(fact -> fact.equals("request.failed")))
                .hasSize(9);
    }

    @Test
    void aDeadlineEndsTheRequestHonestlyAndALateClipIsStillStoredAndSettled() throws Exception {
        JobStatus done = provider.outcome;
        provider.outcome = WORKING;
        TestLine worker = worker();
        RequestId id = worker.assign(
                TestLine.TENANT, "late", FRAME, """
                ,"latency":{"deadline":"%s","hard":true}""".formatted(Instant.now().plusMillis(1500)));
        awaitState(worker, id, "rendering");

        await().untilAsserted(() -> assertThat(facts()).endsWith("request.failed"));
        assertThat(worker.reports.account(id).openMicros())
                .as("honest: still open")
                .isEqualTo(PRICE);
        provider.end(done);

        awaitState(worker, id, "finished");
        assertPaid(worker, id, 1, PRICE);
        assertThat(facts()).endsWith("request.failed", "take.finished");
    }

    @Test
    void aDeadlineBeforeTheSubmitCostsNothing() throws Exception {
        provider.outcome = WORKING;
        TestLine worker = worker();
        for (int i = 0; i < 4; i++) {
            awaitState(worker, worker.assign("in-the-way-" + i, FRAME), "rendering");
        }
        RequestId id = worker.assign(
                TestLine.TENANT, "too-late", FRAME, """
                ,"latency":{"deadline":"%s","hard":true}""".formatted(Instant.now().plusMillis(500)));

        awaitState(worker, id, "failed");

        assertThat(worker.reports.account(id).committedMicros()).isZero();
        assertThat(provider.posts).hasValue(4);
        await().untilAsserted(() -> assertThat(facts()).endsWith("take.failed", "request.failed"));
    }

    @Test
    void theOneOfASmallTenantIsServedBeforeTheRestOfABigOnes() throws Exception {
        TenantId small = new TenantId("small");
        JobStatus done = provider.outcome;
        provider.outcome = WORKING;
        TestLine worker = worker();
        for (int i = 0; i < 40; i++) {
            worker.assign("big-" + i, FRAME);
        }
        await().untilAsserted(() -> assertThat(provider.posts).hasValue(4));
        RequestId id = worker.assign(small, "one", "https://pictures.example.com/1.png", "");
        provider.outcome = done;
        provider.end(done);

        awaitState(worker, id, "finished");

        assertThat(count("""
                select count(*) from steps s join takes t on t.id = s.take_id
                where s.state = 'submitting' and t.tenant = 'demo'
                  and s.at < (select min(s.at) from steps s join takes t on t.id = s.take_id
                              where s.state = 'submitting' and t.tenant = 'small')"""))
                .as("the four that ran already, and of the next round none before it but its own")
                .isLessThanOrEqualTo(4 + 3);
    }

    @Test
    void anOperatorEndsAWedgedTakeAsTheBillSays() throws Exception {
        provider.outcome = new JobStatus.Unknown();
        TestLine worker = worker();
        RequestId id = worker.assign("vanished", FRAME);
        awaitState(worker, id, "wedged");

        worker.line.resolve(TakeId.of(id, 1), true, "stands on the bill of May");

        awaitState(worker, id, "failed");
        assertThat(worker.reports.account(id).settledMicros()).isEqualTo(PRICE);
        assertThat(worker.reports.account(id).openMicros()).isZero();
        assertThat(facts()).endsWith("take.failed", "request.failed");
    }

    @Test
    void whatIsSetAsideInThePursesIsWhatTheLedgerSays() throws Exception {
        provider.faults.addAll(
                List.of(FakeProvider.Fault.PUT_OFF, FakeProvider.Fault.REFUSED, FakeProvider.Fault.RATE_LIMITED_JOB));
        TestLine worker = worker();
        for (int i = 0; i < 6; i++) {
            worker.assign(TestLine.TENANT, "purse-" + i, FRAME, ",\"campaign\":\"spring\"");
        }

        await().untilAsserted(() -> assertThat(count("select count(*) from requests where state = 'open'"))
                .isZero());

        assertThat(count("select count(*) from purses")).isEqualTo(2);
        assertThat(count("""
                select count(*) from purses p where settled_micros <> (
                    select coalesce(sum(micros), 0) from ledger where kind = 'settled')
                   or committed_micros <> 0""")).isZero();
    }

    private static void cap(String tenant, String campaign, long micros) throws SQLException {
        execute("insert into purses (tenant, campaign, cap_micros) values ('" + tenant + "', '" + campaign + "', "
                + micros + ")");
    }
}
