package dev.callsheet.twin.queue;

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
import dev.callsheet.twin.queue.outbound.JobLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void acceptedJobsAndTheirChangesOutliveTheProcess() {
        var jobs = jobs();
        jobs.add(job("a", "wan2.7-i2v", 1));
        jobs.add(job("b", "wan2.7-i2v", 2));
        jobs.change("a", job -> job.advance(new Signal.PlaceFree(), NOW));

        var restarted = jobs();

        assertThat(restarted.find("a").map(Job::state)).contains(new JobState.Dispatched(NOW.plusSeconds(1)));
        assertThat(restarted.find("b").map(Job::state)).contains(new JobState.Queued());
        assertThat(restarted.placed()).isEqualTo(1);
        assertThat(restarted.counts()).isEqualTo(jobs.counts());
    }

    @Test
    void countsFollowEveryChange() {
        var jobs = jobs();
        jobs.add(job("a", "wan2.7-i2v", 1));
        jobs.add(job("b", "wan2.7-i2v", 1));
        jobs.add(job("c", "wan2.7-r2v", 1));
        jobs.change("a", job -> job.advance(new Signal.CancelAsked(false), NOW));
        jobs.change("b", job -> job.advance(new Signal.PlaceFree(), NOW));

        assertThat(jobs.counts())
                .isEqualTo(new Jobs.Counts(3, 1, Map.of("cancelled", 1, "dispatched", 1, "queued", 1)));
        assertThat(jobs.duplicates()).containsExactly(List.of("a", "b"));
        assertThat(jobs.withPrompt("p")).isEqualTo(3);
    }

    @Test
    void theNewestComeFirstAndByModel() {
        var jobs = jobs();
        jobs.add(job("a", "wan2.7-i2v", 1));
        jobs.add(job("b", "wan2.7-r2v", 2));
        jobs.add(job("c", "wan2.7-i2v", 3));

        assertThat(jobs.newest("", 2, _ -> true)).extracting(Job::id).containsExactly("c", "b");
        assertThat(jobs.newest("wan2.7-i2v", 9, _ -> true)).extracting(Job::id).containsExactly("c", "a");
        assertThat(jobs.newest("none", 9, _ -> true)).isEmpty();
    }

    @Test
    void anEndIsToldOnceItIsThere() {
        var jobs = jobs();
        jobs.add(job("a", "wan2.7-i2v", 1));
        var end = jobs.end("a");
        assertThat(end).isNotDone();

        jobs.change("a", job -> job.advance(new Signal.CancelAsked(false), NOW));

        assertThat(end).isCompletedWithValueMatching(job -> job.state().ended());
        assertThat(jobs.end("a")).isDone();
    }

    private Jobs jobs() {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        return new Jobs(new JobLog(new StateFolder(SettingsFor.stateFolder(folder)), json), new Agenda());
    }

    private static Job job(String id, String model, int seed) {
        var payload = JsonNodeFactory.instance.objectNode().put("prompt", "p").put("seed", seed);
        var timing = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(2));
        return Job.accepted(id, "org", model, payload, seed, timing, new JobFate.Rendered(), List.of(), NOW);
    }
}
