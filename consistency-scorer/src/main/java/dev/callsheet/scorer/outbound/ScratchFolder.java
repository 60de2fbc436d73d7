package dev.callsheet.scorer.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder for one scoring; gone with all that is in it when closed. */
public record ScratchFolder(Path path) implements AutoCloseable {
    public static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("callsheet-scoring-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a temporary folder", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder could not be removed", e);
        }
    }
}
