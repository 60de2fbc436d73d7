package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.BookedTake.BookedJob;
import dev.callsheet.render.domain.Difference.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Marker MARKER = new Marker(7, "pan left", List.of("https://u/1.png"));
    private static final Marker OTHER = new Marker(8, "pan left", List.of("https://u/2.png"));
    private static final JobStatus SUCCESS = new JobStatus.Succeeded("https://clips/1.mp4");
    private static final JobStatus FAILURE = new JobStatus.Failed("no");
    private static final JobStatus RUNNING = new JobStatus.Running("processing");
    private static final RequestId REQUEST = RequestId.ofKey(new TenantId("demo"), "one");

    @Test
    void whatAgreesIsNoDifference() {
        List<BookedTake> takes = List.of(
                take("finished", LONG_AGO, 0, 500, "a"),
                take("failed", LONG_AGO, 0, 0, "b"),
                take("rendering", LONG_AGO, 500, 0, "c"),
                take("finished", LONG_AGO, 0, 500, "limited", "again"));

        assertThat(compare(
                        takes,
                        job("a", SUCCESS, MARKER),
                        job("b", FAILURE, OTHER),
                        job("c", RUNNING, marker(9)),
                        job("limited", FAILURE, marker(10)),
                        job("again", SUCCESS, marker(10))))
                .isEmpty();
    }

    @Test
    void aJobOfNobodysIsAnOrphanAndNamesTheTakeThatItResembles() {
        BookedTake alike = alike("finished", LONG_AGO);

        List<Difference> found =
                Reconciliation.compare(List.of(job("x", RUNNING, MARKER)), List.of(), List.of(alike), NOW, GRACE);

        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.ORPHAN_JOB);
            assertThat(difference.subject()).isEqualTo("x");
            assertThat(difference.take()).isEqualTo(alike.id());
            assertThat(difference.detail()).contains("seed 7", "resembles take " + alike.id());
        });
        assertThat(kinds(List.of(), job("y", SUCCESS, OTHER))).containsExactly(Kind.ORPHAN_JOB);
        assertThat(kinds(List.of(), job("z", FAILURE, OTHER))).containsExactly(Kind.ORPHAN_FAILURE);
    }

    @Test
    void whatIsInFlightIsNoDifference() {
        Job young = new Job("x", RUNNING, MARKER, NOW.minusSeconds(20));
        Job justReady = new Job("a", SUCCESS, MARKER, LONG_AGO, NOW.minusSeconds(3));
        BookedTake searching = alike("unsure", NOW.minusSeconds(60));

        assertThat(compare(List.of(), young)).isEmpty();
        assertThat(compare(List.of(take("rendering", LONG_AGO, 500, 0, "a")), justReady))
                .isEmpty();
        assertThat(Reconciliation.compare(
                        List.of(job("x", RUNNING, MARKER)), List.of(), List.of(searching), NOW, GRACE))
                .isEmpty();
    }

    @Test
    void statesThatDisagreeHaveANameEach() {
        assertThat(kinds(List.of(take("wedged", LONG_AGO, 500, 0, "a")), job("a", SUCCESS, MARKER)))
                .containsExactly(Kind.UNSETTLED_SUCCESS);
        assertThat(kinds(List.of(take("failed", LONG_AGO, 0, 0, "a")), job("a", SUCCESS, MARKER)))
                .containsExactly(Kind.RELEASED_SUCCESS);
        assertThat(kinds(List.of(take("finished", LONG_AGO, 0, 500, "a")), job("a", FAILURE, MARKER)))
                .containsExactly(Kind.SETTLED_FAILURE);
        assertThat(kinds(List.of(take("rendering", LONG_AGO, 500, 0, "a")), job("a", FAILURE, MARKER)))
                .containsExactly(Kind.UNNOTICED_FAILURE);
        assertThat(kinds(
                        List.of(take("rendering", LONG_AGO, 500, 0, "a")),
                        job("a", new JobStatus.Unknown(), Marker.NONE)))
                .containsExactly(Kind.MISSING_JOB);
    }

    @Test
    void aReleasedJobThatEndsWellAfterAllWasPaidBesideTheCurrentOne() {
        assertThat(kinds(
                        List.of(take("finished", LONG_AGO, 0, 500, "lost", "again")),
                        job("lost", SUCCESS, MARKER),
                        job("again", SUCCESS, MARKER)))
                .containsExactlyInAnyOrder(Kind.RELEASED_SUCCESS, Kind.DUPLICATE_MARKER);
    }

    @Test
    void twoTakesMayAskForTheSameAndOneTakeMayNotBeRenderedTwice() {
        BookedTake one = take("finished", LONG_AGO, 0, 500, "a");
        BookedTake two = take("finished", LONG_AGO, 0, 500, "b");

        assertThat(compare(List.of(one, two), job("a", SUCCESS, MARKER), job("b", SUCCESS, MARKER)))
                .isEmpty();
        assertThat(kinds(List.of(one), job("a", SUCCESS, MARKER), job("c", RUNNING, MARKER)))
                .containsExactlyInAnyOrder(Kind.ORPHAN_JOB, Kind.DUPLICATE_MARKER);
    }

    @Test
    void aListThatIsCutShortIsSilentAboutOlderJobsUnlessMoneyIsOpen() {
        BookedTake old = take("finished", LONG_AGO, 0, 500, "old");
        BookedTake open = take("wedged", LONG_AGO, 500, 0, "open");
        List<Job> listed = List.of(new Job("new", RUNNING, OTHER, NOW.minusSeconds(600)));

        assertThat(Reconciliation.unlisted(listed, List.of(old, open))).containsExactly("open");
        assertThat(Reconciliation.unlisted(List.of(), List.of(old, open))).containsExactly("open");
        List<Job> longer = List.of(new Job("new", RUNNING, OTHER, LONG_AGO.minusSeconds(600)));
        assertThat(Reconciliation.unlisted(longer, List.of(old, open))).containsExactly("old", "open");
    }

    private static List<Kind> kinds(List<BookedTake> takes, Job... jobs) {
        return compare(takes, jobs).stream().map(Difference::kind).toList();
    }

    private static List<Difference> compare(List<BookedTake> takes, Job... jobs) {
        return Reconciliation.compare(List.of(jobs), takes, List.of(), NOW, GRACE);
    }

    private static Marker marker(long seed) {
        return new Marker(seed, "", List.of());
    }

    private static Job job(String id, JobStatus status, Marker marker) {
        return new Job(id, status, marker, LONG_AGO);
    }

    private static BookedTake take(String state, Instant changedAt, long open, long settled, String... jobs) {
        List<BookedJob> booked =
                List.of(jobs).stream().map(id -> new BookedJob(id, LONG_AGO)).toList();
        TakeId id = TakeId.of(RequestId.ofKey(new TenantId("demo"), String.join("-", jobs)), 1);
        return new BookedTake(id, REQUEST, "demo", state, changedAt, booked, null, open, settled);
    }

    private static BookedTake alike(String state, Instant changedAt) {
        return new BookedTake(TakeId.of(REQUEST, 1), REQUEST, "demo", state, changedAt, List.of(), MARKER, 0, 500);
    }
}
