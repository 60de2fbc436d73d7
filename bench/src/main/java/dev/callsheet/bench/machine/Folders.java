package dev.callsheet.bench.machine;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that a run makes and removes. */
public final class Folders {
    private Folders() {}

    public static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StackFailure("the folder cannot be removed: " + folder, e);
        }
    }
}
