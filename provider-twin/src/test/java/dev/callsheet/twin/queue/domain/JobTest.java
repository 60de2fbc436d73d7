package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callsheet.twin.queue.domain.JobState.Broken;
import dev.callsheet.twin.queue.domain.JobState.Cancelled;
import dev.callsheet.twin.queue.domain.JobState.Clip;
import dev.callsheet.twin.queue.domain.JobState.Failed;
import dev.callsheet.twin.queue.domain.JobState.Processing;
import dev.callsheet.twin.queue.domain.JobState.Succeeded;
import dev.callsheet.twin.queue.domain.fault.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clip CLIP = new Clip("a.mp4", "a.jpg");

    @Test
    void aJobTakesItsTimeEvenIfTheRenderIsQuick() {
        var rendered = processing(new JobFate.Rendered()).advance(new Signal.Done(CLIP), at(3));

        assertThat(rendered.advance(new Signal.Tick(), at(10)).state()).isInstanceOf(Processing.class);
        assertThat(rendered.advance(new Signal.Tick(), at(12)).state()).isEqualTo(new Succeeded(CLIP));
    }

    @Test
    void aSlowRenderIsWaitedFor() {
        var late = processing(new JobFate.Rendered()).advance(new Signal.Tick(), at(100));

        assertThat(late.state().word()).isEqualTo("processing");
        assertThat(late.wantsRender()).isTrue();
    }

    @Test
    void aDoomedJobFailsWithoutBeingRendered() {
        var doomed = processing(new JobFate.Doomed("why"));

        assertThat(doomed.wantsRender()).isFalse();
        assertThat(doomed.advance(new Signal.Tick(), at(12)).state()).isEqualTo(new Failed("why"));
    }

    @Test
    void aWedgedJobStaysInProcessingUntilItIsReleased() {
        var wedged = processing(new JobFate.Wedged(Traits.FOREVER)).advance(new Signal.Tick(), at(100_000));
        assertThat(wedged.state()).isInstanceOf(Processing.class);
        assertThat(wedged.wantsRender()).isFalse();

        assertThat(wedged.advance(new Signal.Released(), at(100_001)).wantsRender())
                .isTrue();
    }

    @Test
    void aHeldJobGoesOnByItselfWhenItsTimeIsOver() {
        var held = processing(new JobFate.Wedged(Duration.ofSeconds(30)));

        assertThat(held.dueAt()).contains(at(32));
        assertThat(held.advance(new Signal.Tick(), at(31))).isSameAs(held);
        assertThat(held.advance(new Signal.Tick(), at(32)).wantsRender()).isTrue();
    }

    @Test
    void workThatHasBegunIsGivenUpOnlyIfAlwaysIsSaid() {
        assertThat(processing(new JobFate.Rendered())
                        .advance(new Signal.CancelAsked(true), at(3))
                        .state())
                .isEqualTo(new Cancelled());
    }

    @Test
    void onlyWorkThatHasNotBegunCanBeCancelled() {
        var dispatched = queued(new JobFate.Rendered()).advance(new Signal.PlaceFree(), START);

        assertThat(dispatched.advance(new Signal.CancelAsked(false), at(1)).state())
                .isEqualTo(new Cancelled());
        var processing = processing(new JobFate.Rendered());
        assertThat(processing.advance(new Signal.CancelAsked(false), at(3))).isSameAs(processing);
    }

    @Test
    void anEndIsAnEnd() {
        var failed = processing(new JobFate.Rendered())
                .advance(new Signal.Done(new Broken("bad picture")), at(3))
                .advance(new Signal.Tick(), at(12));

        assertThat(failed.advance(new Signal.Done(CLIP), at(13))).isSameAs(failed);
        assertThat(failed.advance(new Signal.CancelAsked(false), at(13))).isSameAs(failed);
        assertThat(failed.advance(new Signal.Tick(), at(99))).isSameAs(failed);
    }

    private static Job processing(JobFate fate) {
        return queued(fate).advance(new Signal.PlaceFree(), START).advance(new Signal.Tick(), at(2));
    }

    private static Job queued(JobFate fate) {
        var timing = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(10));
        var payload = JsonNodeFactory.instance.objectNode();
        return Job.accepted("id", "org", "wan2.7-i2v", payload, 1, timing, fate, List.of(), START);
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
