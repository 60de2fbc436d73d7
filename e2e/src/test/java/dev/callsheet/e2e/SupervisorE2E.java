package dev.callsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorE2E {
    @TempDir
    private Path state;

    private Script script;

    @BeforeEach
    void chooseState() {
        script = Script.withState(state);
    }

    @AfterEach
    void down() throws IOException, InterruptedException {
        script.run("down");
    }

    @Test
    void ctrlCLeavesNoProcess() throws IOException, InterruptedException {
        Process held = script.start("up", "--foreground", "--only", "scenario-router", "--ports-from", "free");
        House house = House.in(state);
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> house.record().get("phase").asText().equals("READY"));
        List<Long> processes = StreamSupport.stream(
                        house.record().get("processes").spliterator(), false)
                .map(process -> process.get("pid").asLong())
                .toList();

        new ProcessBuilder("kill", "-INT", Long.toString(held.pid())).start().waitFor();

        assertThat(held.onExit()).succeedsWithin(Duration.ofSeconds(60));
        assertThat(processes).hasSize(4).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(state.resolve("stack.json")).doesNotExist();
    }

    @Test
    void aTakenPortIsNamedAndNothingIsStarted() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Script.Outcome outcome = script.run("up", "--ports-from", "free", "--port", "object-store=" + port);

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.words()).contains("port " + port + " (object-store) is taken", "--port object-store=");
            assertThat(Files.exists(state.resolve("stack.json"))).isFalse();
        }
    }
}
