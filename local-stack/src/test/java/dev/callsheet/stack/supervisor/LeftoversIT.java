package dev.callsheet.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {
    @TempDir
    private Path root;

    private Process process;

    @BeforeEach
    void startSomething() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void aRecordedProcessIsEnded() {
        Instant started = process.info().startInstant().orElseThrow();

        assertThat(endOf(started)).singleElement().asString().contains("kafka", Long.toString(process.pid()));
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aLaterProcessWithTheSamePidIsLeftAlone() {
        assertThat(endOf(Instant.now().minusSeconds(3600))).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    private List<String> endOf(Instant started) {
        var folder = new StateFolder(root);
        var recorded = new RecordedProcess("kafka", process.pid(), started, 1L, 0);
        folder.write(new StackRecord(StackRecord.Phase.READY, recorded, Map.of(), List.of(recorded)));
        List<String> ended = new Leftovers(folder).end();
        assertThat(folder.record()).isEmpty();
        return ended;
    }
}
