package dev.callsheet.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class JailIT {
    private static final File SHELL = new File("/bin/sh");

    private final Jail jail = new Jail(new Limits(100, Duration.ofSeconds(10), 0));

    @TempDir
    Path folder;

    @Test
    void theSystemHoldsTheChildToItsLimits() throws Exception {
        String limits = said("for limit in c s n f t d v; do ulimit -$limit; done");

        assertThat(limits.lines()).containsExactly("0", "512", "64", "0", "11", "102400", "233472");
    }

    @Test
    void nothingOfOurEnvironmentIsThere() throws Exception {
        assertThat(said("env").lines().map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrder("LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "PWD");
    }

    @Test
    void itRunsInItsFolderAndHearsNothing() throws Exception {
        assertThat(said("pwd; cat"))
                .isEqualToIgnoringNewLines(folder.toRealPath().toString());
    }

    @Test
    void noArgumentIsAWordOfTheShell() throws Exception {
        List<String> hostile = List.of("-c", "printf %s \"$1\"", "sh", "$(touch broken); `touch broken` & *");

        try (Child child = jail.start(SHELL, hostile, folder)) {
            assertThat(text(child)).isEqualTo(hostile.getLast());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itWritesNoFile() throws Exception {
        try (Child child = jail.start(SHELL, List.of("-c", "echo much > written"), folder)) {
            text(child);
            assertThat(child.ended().code()).isNotZero();
        }
        Path written = folder.resolve("written");
        assertThat(Files.exists(written) ? Files.size(written) : 0).isZero();
    }

    @Test
    void whatTakesTooLongIsEndedByTheClock() throws Exception {
        Jail hasty = new Jail(new Limits(100, Duration.ofMillis(100), 0));

        try (Child child = hasty.start(SHELL, List.of("-c", "exec sleep 15"), folder)) {
            text(child);
            assertThat(child.ended().late()).isTrue();
        }
    }

    @Test
    void whatItComplainsOfIsKeptInPart() throws Exception {
        String much = "i=0; while [ $i -lt 3000 ]; do echo complaint >&2; i=$((i+1)); done; exit 3";

        try (Child child = jail.start(SHELL, List.of("-c", much), folder)) {
            text(child);
            Child.Ending ending = child.ended();

            assertThat(ending.code()).isEqualTo(3);
            assertThat(ending.late()).isFalse();
            assertThat(ending.complaint()).startsWith("complaint\ncomplaint").hasSize(4096);
        }
    }

    private String said(String script) throws IOException {
        try (Child child = jail.start(SHELL, List.of("-c", script), folder)) {
            return text(child);
        }
    }

    private static String text(Child child) throws IOException {
        return new String(child.stdout().readAllBytes(), StandardCharsets.UTF_8);
    }
}
