package dev.callsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void aProgram() throws IOException {
        jar = Files.writeString(
                Files.createDirectories(folder.resolve("app/lib")).resolve("a.jar"), "classes");
    }

    @Test
    void theSecondStartMakesItAndTheThirdUsesIt() throws IOException {
        assertThat(archive().options()).isEmpty();

        made(archive(), 143);

        assertThat(archive().options()).first().asString().startsWith("-XX:SharedArchiveFile=");
        assertThat(archive().isMade()).isFalse();
    }

    @Test
    void whatAKilledProgramLeftIsNeverUsed() throws IOException {
        archive();

        made(archive(), 137);

        assertThat(archive().isMade()).isTrue();
        assertThat(archives()).isEmpty();
    }

    @Test
    void anotherBuildStartsWithoutAndItsArchiveReplacesTheOld() throws IOException {
        archive();
        made(archive(), 0);
        List<String> old = archives();

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(archive().options()).isEmpty();
        made(archive(), 0);
        assertThat(archives()).hasSize(1).doesNotContainAnyElementsOf(old);
    }

    @Test
    void whereItDoesNotPayNoneIsMadeButOneThatIsThereIsUsed() throws IOException {
        assertThat(of(false).options()).isEmpty();
        assertThat(of(false).options()).isEmpty();
        archive();
        made(archive(), 0);

        assertThat(of(false).options()).isNotEmpty();
    }

    @Test
    void theJvmStartsWhateverIsInTheFile() throws Exception {
        archive();
        made(archive(), 0);
        List<String> command = new ArrayList<>(List.of(Launcher.java()));
        command.addAll(archive().options());
        command.add("-version");

        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aPartAndAnotherWhoseNameBeginsAlikeKeepTheirOwn() throws IOException {
        ClassArchive.of(folder.resolve("archives"), "kafka", folder.resolve("app"), true);
        archive();
        made(ClassArchive.of(folder.resolve("archives"), "kafka", folder.resolve("app"), true), 0);
        made(archive(), 0);

        assertThat(archives()).hasSize(2);
    }

    /** As the JVM does at its end. */
    private static void made(ClassArchive archive, int exitCode) throws IOException {
        assertThat(archive.isMade()).isTrue();
        String option = archive.options().getFirst();
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "archive");
        archive.ended(exitCode);
    }

    private List<String> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archives"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".started"))
                    .toList();
        }
    }

    private ClassArchive archive() {
        return of(true);
    }

    private ClassArchive of(boolean makes) {
        return ClassArchive.of(folder.resolve("archives"), "kafka-format", folder.resolve("app"), makes);
    }
}
