package dev.callsheet.twin.queue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callsheet.twin.SettingsFor;
import dev.callsheet.twin.StateFolder;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobFate;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.domain.Signal;
import dev.callsheet.twin.queue.domain.Timing;
import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.JobFault;
import dev.callsheet.twin.queue.domain.fault.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final JobState.Clip CLIP = new JobState.Clip("a.mp4", "a.jpg");

    @TempDir
    Path folder;

    @Test
    void jobsInEveryStateComeBackAsTheyWere() {
        var jobs = List.of(
                job("a", new JobState.Queued(), new JobFate.Wedged(Traits.FOREVER)),
                job("b", new JobState.Dispatched(NOW.plusSeconds(1)), new JobFate.Rendered()),
                job("c", new JobState.Processing(NOW.plusSeconds(1), Optional.empty()), new JobFate.Rendered()),
                job("d", new JobState.Processing(NOW, Optional.of(CLIP)), new JobFate.Rendered()),
                job(
                        "e",
                        new JobState.Processing(NOW, Optional.of(new JobState.Broken("why"))),
                        new JobFate.Doomed("why")),
                job("f", new JobState.Succeeded(CLIP), new JobFate.Rendered()),
                job("g", new JobState.Failed("why"), new JobFate.Rendered()),
                job("h", new JobState.Cancelled(), new JobFate.Rendered()));

        var log = log();
        jobs.forEach(log::accepted);

        assertThat(log().all()).containsExactlyElementsOf(jobs);
    }

    @Test
    void theLastChangeOfAJobCountsAndItsPayloadIsKept() {
        var accepted = job("a", new JobState.Queued(), new JobFate.Rendered());
        var dispatched = accepted.advance(new Signal.PlaceFree(), NOW);
        var other = job("b", new JobState.Queued(), new JobFate.Rendered());
        var log = log();

        log.accepted(accepted);
        log.accepted(other);
        log.changed(dispatched);

        assertThat(log().all()).containsExactly(dispatched, other);
        assertThat(log().all()).containsExactly(dispatched, other);
    }

    @Test
    void aLineCutByAKillHidesNoOther() throws IOException {
        var first = job("a", new JobState.Queued(), new JobFate.Rendered());
        var second = job("b", new JobState.Queued(), new JobFate.Rendered());
        var log = log();
        log.accepted(first);
        Files.writeString(folder.resolve("jobs.jsonl"), "\n{\"id\":", StandardOpenOption.APPEND);

        log.accepted(second);

        assertThat(log().all()).containsExactly(first, second);
    }

    private JobLog log() {
        return new JobLog(
                new StateFolder(SettingsFor.stateFolder(folder)),
                new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    private static Job job(String id, JobState state, JobFate fate) {
        var payload = JsonNodeFactory.instance.objectNode().put("prompt", "p").put("odd", 1.5);
        var timing = new Timing(Duration.ofMillis(20), Duration.ofMillis(3000));
        var faults = List.of(Blow.usual(JobFault.LIST_LAG), Blow.of(JobFault.EMPTY_OUTCOME, null, Traits.ALWAYS));
        return new Job(id, "org", "wan2.7-i2v", payload, -5, timing, fate, faults, NOW, NOW, Optional.of(NOW), state);
    }
}
