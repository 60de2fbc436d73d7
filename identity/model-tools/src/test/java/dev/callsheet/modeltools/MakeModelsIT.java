package dev.callsheet.modeltools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step as the build runs it, on the real packages. */
class MakeModelsIT {
    private static final Path SOURCE = Path.of("../models");

    @TempDir
    Path target;

    @Test
    void aSecondRunMakesTheSameBytesAndMendsWhatWasDamaged() throws Exception {
        make();
        Map<String, String> first = checksums();

        Files.writeString(target.resolve("facemesh.onnx"), "damaged");
        make();

        assertThat(checksums()).isEqualTo(first);
        assertThat(first)
                .containsOnlyKeys(
                        "blazeface.onnx",
                        "dlib-face.onnx",
                        "facemesh.onnx",
                        "mobilenet.onnx",
                        "models.json",
                        "sheet-font.ttf",
                        "silero-vad.onnx");
    }

    @Test
    void whatIsCurrentIsLeftAlone() throws Exception {
        make();
        Path model = target.resolve("mobilenet.onnx");
        var made = Files.getLastModifiedTime(model);

        make();

        assertThat(Files.getLastModifiedTime(model)).isEqualTo(made);
    }

    private void make() throws IOException {
        MakeModels.main(new String[] {SOURCE.toString(), target.toString()});
    }

    private Map<String, String> checksums() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Checksums.of(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
