package dev.callsheet.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that checks something for us. */
final class Tool {
    private Tool() {}

    /** @param words both streams */
    record Outcome(int code, String words) {}

    static Outcome run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), words);
    }

    /** Skips the test where promtool is missing, but not in CI: what is skipped there is checked nowhere. */
    static void requirePromtool() {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        Assumptions.assumeTrue(
                found || "true".equals(System.getenv("CI")),
                "promtool is missing, so the alerts were not tried: apt-get install prometheus");
    }
}
