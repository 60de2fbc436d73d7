package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.render.FakeProvider.Fault;
import dev.callsheet.render.outbound.Reports.Account;
import dev.callsheet.render.outbound.Reports.Step;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaidOnceIT {
    private static final long PRICE = 500_000;
    private static final String FRAME = "s3://callsheet/tenant/demo/media/frame.png";
    private static EmbeddedPostgres postgres;
    private static DataSource tables;

    private final MemoryStore store = new MemoryStore();
    private final List<TestLine> workers = new ArrayList<>();
    private FakeProvider provider;

    @BeforeAll
    static void startTables() throws IOException {
        postgres = EmbeddedPostgres.start();
        tables = postgres.getPostgresDatabase();
    }

    @AfterAll
    static void stopTables() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyTables() throws IOException {
        Flyway flyway = Flyway.configure()
                .dataSource(tables)
                .locations("db/outbox", "db/engine")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        provider = new FakeProvider();
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(1280, 720, 1), "png", picture);
        store.objects.put("tenant/demo/media/frame.png", picture.toByteArray());
    }

    @AfterEach
    void stopWorkers() {
        provider.close();
        workers.forEach(TestLine::close);
    }

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
    void aLostSubmitAnswerIsReconciledNotPaidAgain() throws Exception {
        TestLine worker = worker();
        provider.faults.add(Fault.LOST_ANSWER);

        RequestId id = worker.assign("lost", FRAME);

        awaitState(worker, id, "finished");
        assertThat(provider.posts).hasValue(1);
        assertThat(states(worker, id))
                .containsExactly("queued", "submitting", "unsure", "rendering", "fetching", "finished");
        assertPaid(worker, id, 1, PRICE);
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
    }

    @Test
    void workDeliveredTwiceIsDoneOnce() throws Exception {
        TestLine worker = worker();

        RequestId id = worker.assign("twice", FRAME);
        worker.assign("twice", FRAME);

        awaitState(worker, id, "finished");
        assertThat(worker.reports.takes(id)).hasSize(1);
        assertPaid(worker, id, 1, PRICE);
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

        worker.line.cancel(id, new dev.callsheet.contracts.TenantId("other"), "not theirs");
        worker.line.cancel(id, TestLine.TENANT, "changed my mind");

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

    private TestLine worker() {
        TestLine worker = new TestLine(tables, provider, store, Duration.ofMillis(600));
        workers.add(worker);
        return worker;
    }

    private static void awaitState(TestLine worker, RequestId id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(25))
                .untilAsserted(() -> assertThat(states(worker, id).getLast()).isEqualTo(state));
    }

    private static List<String> states(TestLine worker, RequestId id) throws SQLException {
        return worker.reports.takes(id).getLast().steps().stream()
                .map(Step::state)
                .toList();
    }

    private void assertPaid(TestLine worker, RequestId id, int paid, long settled) throws SQLException {
        Account account = worker.reports.account(id);
        assertThat(provider.paid).hasValue(paid);
        assertThat(account.settledMicros()).isEqualTo(settled);
        assertThat(account.openMicros()).isZero();
    }

    private static List<String> facts() throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = tables.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select type from outbox order by seq")) {
            while (row.next()) {
                types.add(row.getString(1).replaceAll("dev\\.callsheet\\.(.*)\\.v1", "$1"));
            }
        }
        return types;
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = tables.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
