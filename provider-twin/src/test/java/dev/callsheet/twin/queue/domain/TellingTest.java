package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callsheet.twin.queue.domain.JobState.Clip;
import dev.callsheet.twin.queue.domain.Telling.Outcome;
import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.JobFault;
import dev.callsheet.twin.queue.domain.fault.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clip CLIP = new Clip("a.mp4", "a.jpg");

    @Test
    void aStatusGoesBackAfterItWasSeen() {
        var job = processing(Blow.of(JobFault.STATUS_BACKWARDS, null, 2));

        assertThat(List.of(status(job, 1), status(job, 2), status(job, 3), status(job, 4)))
                .containsExactly("processing", "queued", "queued", "processing");
    }

    @Test
    void anUnknownWordComesFirst() {
        var job = processing(Blow.of(JobFault.UNKNOWN_STATUS, null, 1));

        assertThat(status(job, 1)).isEqualTo("warming_up");
        assertThat(status(job, 2)).isEqualTo("processing");
    }

    @Test
    void anOutcomeIsEmptyUntilItHasBeenReadOftenEnough() {
        var job = succeeded(Blow.of(JobFault.EMPTY_OUTCOME, null, 2));

        assertThat(outcome(job, 2)).isEqualTo(new Outcome.Empty());
        assertThat(outcome(job, 3)).isEqualTo(new Outcome.Media(CLIP, OutcomeShape.VIDEO_URL));
    }

    @Test
    void aJobMayHaveAShapeOfItsOwn() {
        assertThat(outcome(succeeded(Blow.usual(JobFault.THUMBNAIL_ONLY)), 1))
                .isEqualTo(new Outcome.Media(CLIP, OutcomeShape.THUMBNAIL_ONLY));
    }

    @Test
    void aVanishedJobComesBackWhenItsTimeIsOver() {
        var job = processing(Blow.of(JobFault.JOB_VANISHED, Duration.ofSeconds(10), null));

        assertThat(Telling.hides(job, START.plusSeconds(11))).isTrue();
        assertThat(Telling.hides(job, START.plusSeconds(12))).isFalse();
        assertThat(Telling.hides(queued(Blow.usual(JobFault.JOB_VANISHED)), START))
                .isFalse();
    }

    @Test
    void aFinishedJobVanishesOnlyAfterItsSuccess() {
        var forEver = Blow.of(JobFault.FINISHED_JOB_VANISHED, Traits.FOREVER, null);

        assertThat(Telling.hides(processing(forEver), START.plusSeconds(3))).isFalse();
        assertThat(Telling.hides(succeeded(forEver), START.plusSeconds(1_000_000)))
                .isTrue();
    }

    @Test
    void aListMayLag() {
        var job = queued(Blow.of(JobFault.LIST_LAG, Duration.ofSeconds(5), null));

        assertThat(Telling.listed(job, START.plusSeconds(4))).isFalse();
        assertThat(Telling.listed(job, START.plusSeconds(5))).isTrue();
    }

    private static String status(Job job, int sighting) {
        return Telling.of(job, OutcomeShape.VIDEO_URL, sighting).status();
    }

    private static Outcome outcome(Job job, int sighting) {
        return Telling.of(job, OutcomeShape.VIDEO_URL, sighting).outcome();
    }

    private static Job succeeded(Blow blow) {
        return processing(blow)
                .advance(new Signal.Done(CLIP), START.plusSeconds(3))
                .advance(new Signal.Tick(), START.plusSeconds(12));
    }

    private static Job processing(Blow blow) {
        return queued(blow).advance(new Signal.PlaceFree(), START).advance(new Signal.Tick(), START.plusSeconds(2));
    }

    private static Job queued(Blow blow) {
        var timing = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(10));
        var fate = JobFate.of(List.of(blow), Optional.empty());
        var payload = JsonNodeFactory.instance.objectNode();
        return Job.accepted("id", "org", "wan2.7-i2v", payload, 1, timing, fate, List.of(blow), START);
    }
}
