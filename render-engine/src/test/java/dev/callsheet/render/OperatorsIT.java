package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Difference.Kind;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.ReconciliationReport;
import dev.callsheet.render.domain.Severity;
import dev.callsheet.render.outbound.AlertList;
import dev.callsheet.render.outbound.Caps;
import dev.callsheet.render.outbound.ClipRecords;
import dev.callsheet.render.outbound.ContractBook;
import dev.callsheet.render.outbound.Costs;
import dev.callsheet.render.outbound.KnownContracts;
import dev.callsheet.render.outbound.OpenTakes;
import dev.callsheet.render.outbound.OperatorPauses;
import dev.callsheet.render.outbound.ReconciliationBooks;
import dev.callsheet.render.outbound.Reports;
import dev.callsheet.render.outbound.Verification;
import dev.callsheet.render.outbound.Weights;
import dev.callsheet.render.testkit.Mp4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
    private static final TenantId DEMO = new TenantId("demo");
    private static final RequestId ONE = RequestId.ofKey(DEMO, "one");
    private static final RequestId TWO = RequestId.ofKey(DEMO, "two");
    private static final RequestId OTHERS = RequestId.ofKey(new TenantId("acme"), "one");
    private static final JobStatus SUCCESS = new JobStatus.Succeeded("https://clips/1.mp4");
    private static BookTables tables;

    private final ListedJobs provider = new ListedJobs();
    private final Costs costs = new Costs(tables.transactions);
    private final AlertList alerts = new AlertList(tables.transactions);
    private final OperatorPauses pauses = new OperatorPauses(tables.transactions);
    private final ReconciliationBooks books = new ReconciliationBooks(tables.dataSource);
    private final Reconciler reconciler =
            new Reconciler(provider, books, costs, BookTables.MODEL, Duration.ofMinutes(5), InstantSource.system());

    @BeforeAll
    static void startTables() {
        tables = new BookTables();
    }

    @AfterAll
    static void stopTables() {
        tables.close();
    }

    @BeforeEach
    void emptyTables() {
        tables.empty();
    }

    @Test
    void costsAreSummedByTenantAndCampaignWithWhatIsLeft() throws SQLException {
        finished(ONE, "demo", "spring", "job-1");
        rendering(TWO, "demo", null, "job-2");
        finished(OTHERS, "acme", null, "job-3");
        new Caps(tables.transactions).set(DEMO, "spring", 600_000L, "k1", NOW);

        Costs.Answer all = costs.answer(new Costs.Question(null, null, null, null));
        assertThat(all.agrees()).isTrue();
        assertThat(all.lines())
                .containsExactly(
                        new Costs.Line("acme", null, 500_000, 500_000, 500_000, 0, 0, 1, null, null),
                        new Costs.Line("demo", null, 1_000_000, 1_000_000, 500_000, 0, 500_000, 1, null, null),
                        new Costs.Line("demo", "spring", 500_000, 500_000, 500_000, 0, 0, 1, 600_000L, 100_000L));
        assertThat(costs.answer(new Costs.Question("demo", "spring", null, null))
                        .lines())
                .hasSize(1);
        assertThat(costs.answer(new Costs.Question("demo", "spring", NOW, null)).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.settledMicros()).isZero();
                    assertThat(line.leftMicros()).isEqualTo(100_000);
                });
    }

    @Test
    void aPurseThatIsNotItsLedgerIsSaidAndAlertedUntilItIsRight() throws SQLException {
        finished(ONE, "demo", "spring", "job-1");
        provider.jobs.add(job("job-1", SUCCESS, 1));
        tables.change("update purses set settled_micros = settled_micros - 1 where campaign = 'spring'");

        assertThat(costs.answer(new Costs.Question(null, null, null, null)).disagreements())
                .containsExactly(new Costs.Disagreement("demo", "spring", 0, 0, 499_999, 500_000));
        assertThat(kinds(run())).containsExactly(Kind.PURSE_SUM);
        assertThat(alerts.list(false, 10)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("reconcile.purse-sum");
            assertThat(alert.subject()).isEqualTo("demo/spring");
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        });

        tables.change("update purses set settled_micros = settled_micros + 1 where campaign = 'spring'");
        assertThat(run().differences()).isEmpty();
        assertThat(alerts.list(false, 10)).isEmpty();
        assertThat(alerts.list(true, 10)).hasSize(1);
    }

    @Test
    void booksThatAgreeWithTheProviderGiveNoDifference() throws SQLException {
        finished(ONE, "demo", null, "job-1");
        rendering(TWO, "demo", null, "job-2");
        provider.jobs.add(job("job-1", SUCCESS, 1));
        provider.jobs.add(job("job-2", new JobStatus.Running("processing"), 2));

        ReconciliationReport report = run();

        assertThat(report.differences()).isEmpty();
        assertThat(report.troubles()).isEmpty();
        assertThat(report.purses()).isEqualTo(1);
        assertThat(report.models()).singleElement().satisfies(model -> {
            assertThat(model.listed()).isEqualTo(2);
            assertThat(model.booked()).isEqualTo(2);
            assertThat(model.cutShort()).isFalse();
        });
        assertThat(books.latest())
                .hasValueSatisfying(latest -> assertThat(latest).contains("\"listed\":2"));
    }

    @Test
    void aJobThatNoTakeOwnsIsAnAlertThatNamesItsTakeAndChangesNoMoney() throws SQLException {
        TakeId take = finished(ONE, "demo", null, "job-1");
        provider.jobs.add(job("job-1", SUCCESS, 1));
        provider.jobs.add(job("job-9", SUCCESS, 1));

        ReconciliationReport report = run();
        run();

        assertThat(kinds(report)).containsExactlyInAnyOrder(Kind.ORPHAN_JOB, Kind.DUPLICATE_MARKER);
        assertThat(report.differences().getFirst().take()).isEqualTo(take);
        assertThat(alerts.list(true, 10)).hasSize(2).allSatisfy(alert -> {
            assertThat(alert.closedAt()).isNull();
            assertThat(alert.seenAt()).isAfter(alert.openedAt());
        });
        assertThat(new Reports(tables.transactions).account(ONE).settledMicros())
                .isEqualTo(500_000);
    }

    @Test
    void aListThatIsCutShortIsSaidAndAJobWithOpenMoneyIsAskedFor() throws SQLException {
        finished(ONE, "demo", null, "job-1");
        rendering(TWO, "demo", null, "job-2");
        provider.jobs.add(new Job("new", new JobStatus.Running("queued"), marker(5), NOW));

        ReconciliationReport report = run();

        assertThat(report.models()).singleElement().satisfies(model -> {
            assertThat(model.cutShort()).isTrue();
            assertThat(model.beyondReach()).isEqualTo(2);
            assertThat(model.asked()).isEqualTo(1);
        });
        assertThat(kinds(report)).containsExactly(Kind.MISSING_JOB);
        assertThat(report.differences().getFirst().subject()).isEqualTo("job-2");
    }

    @Test
    void aProviderThatIsAwayIsATroubleAndNoDifference() throws SQLException {
        rendering(TWO, "demo", null, "job-2");
        provider.away = true;

        ReconciliationReport report = run();

        assertThat(report.differences()).isEmpty();
        assertThat(report.troubles()).containsExactly(BookTables.MODEL + ": the provider's list cannot be read (503)");
    }

    @Test
    void oneWorkerReconcilesAtATime() throws SQLException {
        List<Boolean> second = new ArrayList<>();
        books.alone(() -> second.add(reconciler.run().isEmpty()));
        assertThat(second).containsExactly(true);
        assertThat(reconciler.run()).isPresent();

        Instant last = books.latestAt().orElseThrow();
        reconciler.runUnlessSince(last.minusSeconds(1));
        assertThat(books.latestAt()).contains(last);
    }

    @Test
    void aChangedModelRestsOnlyItselfUntilItIsRightAgainAndAnOperatorsLiftStands() throws SQLException, IOException {
        JsonNode known = Json.read(KnownContracts.class
                .getResourceAsStream("/gmi/" + BookTables.MODEL + ".json")
                .readAllBytes());
        var told = new AtomicReference<>(known);
        var watch = new ContractWatch(
                _ -> told.get(), new KnownContracts(), new ContractBook(tables.transactions), InstantSource.system());
        watch.look(BookTables.MODEL);
        assertThat(pauses.holding()).isEmpty();

        told.set(changed(known, "\"max_value\":1500", "\"max_value\":1000"));
        watch.look(BookTables.MODEL);
        assertThat(pauses.holding()).singleElement().satisfies(pause -> {
            assertThat(pause.model()).isEqualTo(BookTables.MODEL);
            assertThat(pause.by()).isEqualTo("contract");
            assertThat(pause.until()).isNull();
            assertThat(pause.reason()).contains("prompt was");
        });

        assertThat(pauses.resume(BookTables.MODEL, null, "contract", "k1", NOW)).isTrue();
        watch.look(BookTables.MODEL);
        assertThat(pauses.holding()).isEmpty();

        told.set(changed(known, "\"max_value\":1500", "\"max_value\":900"));
        watch.look(BookTables.MODEL);
        assertThat(pauses.holding()).hasSize(1);

        told.set(known);
        watch.look(BookTables.MODEL);
        assertThat(pauses.holding()).isEmpty();
        assertThat(alerts.list(false, 10)).isEmpty();
    }

    @Test
    void aNewOptionalFieldIsToldAndPausesNothingAndSilenceSaysNothing() throws SQLException, IOException {
        JsonNode known = Json.read(KnownContracts.class
                .getResourceAsStream("/gmi/" + BookTables.MODEL + ".json")
                .readAllBytes());
        var book = new ContractBook(tables.transactions);
        new ContractWatch(
                        _ -> changed(
                                known,
                                "\"parameters\":[",
                                "\"parameters\":[{\"name\":\"camera\",\"type\":\"string\",\"required\":false},"),
                        new KnownContracts(),
                        book,
                        InstantSource.system())
                .look(BookTables.MODEL);
        new ContractWatch(
                        _ -> {
                            throw new IOException("cut");
                        },
                        new KnownContracts(),
                        book,
                        InstantSource.system())
                .look(BookTables.MODEL);

        assertThat(pauses.holding()).isEmpty();
        assertThat(alerts.list(false, 10)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("contract.added");
            assertThat(alert.severity()).isEqualTo(Severity.INFO);
        });
    }

    @Test
    void pausesAndWeightsAreKeptWithWhoseWordItWas() throws SQLException {
        pauses.pause(new OperatorPauses.Pause("wan2.7-i2v", null, "operator", null, "new key", NOW), "k1");
        pauses.pause(new OperatorPauses.Pause(null, "acme", "operator", NOW.plusSeconds(60), "unpaid", NOW), "k1");
        tables.change(
                "insert into pauses (model, by, until, reason, since) values ('m', 'provider', now() - interval '1 s', '', now())");
        var weights = new Weights(tables.transactions);
        weights.set(DEMO, 2.5, "k2", NOW);

        assertThat(pauses.holding())
                .extracting(OperatorPauses.Pause::reason)
                .containsExactlyInAnyOrder("unpaid", "new key");
        assertThat(pauses.resume("wan2.7-i2v", null, "operator", "k2", NOW)).isTrue();
        assertThat(pauses.resume("wan2.7-i2v", null, "operator", "k2", NOW)).isFalse();
        assertThat(pauses.holding()).hasSize(1);
        assertThat(weights.all()).containsExactly(new Weights.Weight("demo", 2.5));
        weights.set(DEMO, null, "k2", NOW);
        assertThat(weights.all()).isEmpty();
        assertThat(tables.change("delete from operator_acts where key_id = 'k2'"))
                .isEqualTo(3);
    }

    @Test
    void aWedgedTakeIsListedWithAllThatIsKnown() throws SQLException {
        TakeId take = rendering(ONE, "demo", "spring", "job-1");
        tables.step(take, 3, "wedged", "late", LONG_AGO.plusSeconds(2));
        tables.change("update takes set owner = 'worker-1' where id = ?", take.value());

        var open = new OpenTakes(tables.transactions);
        assertThat(open.list(List.of("unsure", "wedged"), null, null, 10))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.providerId()).isEqualTo("job-1");
                    assertThat(found.cause()).isEqualTo("late");
                    assertThat(found.seed()).isEqualTo(1);
                    assertThat(found.openMicros()).isEqualTo(500_000);
                    assertThat(found.ownerAlive()).isFalse();
                    assertThat(found.campaign()).isEqualTo("spring");
                });
        tables.change("insert into workers (id, lease_until) values ('worker-1', now() + interval '1 minute')");
        assertThat(open.list(List.of("wedged"), BookTables.MODEL, "demo", 10)
                        .getFirst()
                        .ownerAlive())
                .isTrue();
        assertThat(open.list(List.of("wedged"), "another", null, 10)).isEmpty();
    }

    @Test
    void aTakesStoryHasItsMoneyAndItsJobAtTheirSteps() throws SQLException {
        finished(ONE, "demo", null, "job-1");

        Reports.Story story = new Reports(tables.transactions).takes(ONE).getFirst();

        assertThat(story.steps())
                .extracting(Reports.Step::state)
                .containsExactly("queued", "submitting", "rendering", "finished");
        assertThat(story.steps())
                .extracting(
                        step -> step.money().stream().map(Reports.Money::kind).toList())
                .containsExactly(List.of("quoted"), List.of("committed"), List.of(), List.of("settled"));
        assertThat(story.steps()).extracting(Reports.Step::providerId).containsExactly(null, null, "job-1", null);
    }

    @Test
    void aStoredClipIsVerifiedAndEveryChangeIsFound() throws SQLException, IOException {
        TakeId take = finished(ONE, "demo", null, "job-1");
        var store = new MemoryStore();
        byte[] film = Mp4.film(5, 10_000);
        String folder = "tenant/demo/request/" + ONE + "/take/" + take + "/";
        var clip = new Fact.Clip("s3://callsheet/" + folder + "clip.mp4", film.length, 5, 1280, 720, Json.sha256(film));
        tables.change("update takes set outcome = ? where id = ?", Json.text(clip), take.value());
        byte[] frame = {1, 2, 3};
        store.objects.put("tenant/demo/media/a.png", frame);
        store.objects.put(folder + "clip.mp4", film);
        String manifest = """
                {"takeId":"%s","requestId":"%s","tenant":"demo","model":"wan2.7-i2v","seed":1,"costMicros":500000,
                 "providerId":"job-1","promptSha256":"%s","clip":%s,
                 "inputs":[{"uri":"s3://callsheet/tenant/demo/media/a.png","sha256":"%s"},
                           {"uri":"https://example.com/b.png"}]}""".formatted(
                take, ONE, Json.sha256("pan".getBytes(StandardCharsets.UTF_8)), Json.text(clip), Json.sha256(frame));
        store.objects.put(folder + "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        var verification = new Verification(new ClipRecords(tables.transactions), store);

        assertThat(verification.verify(ONE.value())).singleElement().matches(Verification.Verified::ok);
        assertThat(verification.verify(take.value())).singleElement().satisfies(verified -> {
            assertThat(verified.checks())
                    .filteredOn(check -> check.ok() == null)
                    .extracting(Verification.Check::name)
                    .containsExactlyInAnyOrder("manifest: input 2", "mark");
            assertThat(verified.checks()).hasSizeGreaterThan(14);
        });
        assertThat(verification.verify(TWO.value())).isEmpty();

        assertThat(failed(verification, store, folder + "manifest.json", manifest.replace("500000", "500001")))
                .containsExactly("manifest: cost as in the ledger");
        assertThat(failed(verification, store, folder + "manifest.json", manifest.replace("\"seed\":1", "\"seed\":2")))
                .containsExactly("manifest: seed");
        assertThat(failed(verification, store, "tenant/demo/media/a.png", "other"))
                .containsExactly("manifest: input 1");
        byte[] flipped = film.clone();
        flipped[film.length / 2] ^= 1;
        store.objects.put(folder + "clip.mp4", flipped);
        assertThat(failures(verification)).containsExactly("clip SHA-256");
        store.objects.remove(folder + "clip.mp4");
        assertThat(failures(verification)).containsExactly("clip is there");
    }

    private static List<String> failed(Verification verification, MemoryStore store, String key, String content)
            throws SQLException, IOException {
        byte[] before = store.objects.put(key, content.getBytes(StandardCharsets.UTF_8));
        List<String> failures = failures(verification);
        store.objects.put(key, before);
        return failures;
    }

    private static List<String> failures(Verification verification) throws SQLException, IOException {
        return verification.verify(ONE.value()).getFirst().checks().stream()
                .filter(check -> Boolean.FALSE.equals(check.ok()))
                .map(Verification.Check::name)
                .toList();
    }

    private ReconciliationReport run() throws SQLException {
        return reconciler.run().orElseThrow();
    }

    private static List<Kind> kinds(ReconciliationReport report) {
        return report.differences().stream()
                .map(difference -> difference.kind())
                .toList();
    }

    private static Marker marker(long seed) {
        return new Marker(seed, "pan", List.of());
    }

    private static Job job(String id, JobStatus status, long seed) {
        return new Job(id, status, marker(seed), LONG_AGO);
    }

    private static JsonNode changed(JsonNode known, String from, String to) {
        String text = Json.text(known);
        assertThat(text).contains(from);
        return Json.read(
                text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static TakeId rendering(RequestId request, String tenant, String campaign, String job) throws SQLException {
        TakeId take = tables.take(request, tenant, campaign, LONG_AGO);
        long seed = Long.parseLong(job.substring(4));
        tables.submission(take, "{\"seed\":" + seed + ",\"prompt\":\"pan\"}", "{\"inputs\":[]}");
        tables.step(take, 1, "submitting", "its turn", LONG_AGO);
        tables.money(take, "committed", 500_000, 1, LONG_AGO);
        tables.step(take, 2, "rendering", "accepted", LONG_AGO.plusSeconds(1));
        tables.job(take, job, LONG_AGO.plusSeconds(1));
        return take;
    }

    private static TakeId finished(RequestId request, String tenant, String campaign, String job) throws SQLException {
        TakeId take = rendering(request, tenant, campaign, job);
        tables.step(take, 3, "finished", "stored", LONG_AGO.plusSeconds(9));
        tables.money(take, "settled", 500_000, 3, LONG_AGO.plusSeconds(9));
        return take;
    }
}
