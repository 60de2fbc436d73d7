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
import dev.callsheet.twin.queue.domain.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final JobState.Clip CLIP = new JobState.Clip("a.mp4", "a.jpg");

    @TempDir
    Path folder;

    @Test
    void jobsInEveryStateComeBackAsTheyWere() {
        var jobs = List.of(
                job("a", new JobState.Queued(), new JobFate.Wedged()),
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

        jobs.forEach(files()::store);

        assertThat(files().all()).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void anUnreadableFileHidesNoOther() throws IOException {
        files().store(job("a", new JobState.Queued(), new JobFate.Rendered()));
        Files.writeString(folder.resolve("jobs/b.json"), "{\"id\":");

        assertThat(files().all()).hasSize(1);
    }

    private JobFiles files() {
        return new JobFiles(
                new StateFolder(SettingsFor.stateFolder(folder)),
                new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    private static Job job(String id, JobState state, JobFate fate) {
        var payload = JsonNodeFactory.instance.objectNode().put("prompt", "p").put("odd", 1.5);
        var timing = new Timing(Duration.ofMillis(20), Duration.ofMillis(3000));
        return new Job(id, "org", "wan2.7-i2v", payload, -5, timing, fate, NOW, NOW, state);
    }
}
