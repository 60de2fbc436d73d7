package dev.callsheet.twin.render.outbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the files of one render, gone when it is closed. */
public final class Workspace implements AutoCloseable {

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /** A new, empty folder below the given one. */
    public static Workspace in(Path parent) throws IOException {
        return new Workspace(Files.createTempDirectory(parent, "render"));
    }

    /** Removes what a killed process has left below a folder. */
    public static void clear(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            for (var folder : folders.toList()) {
                new Workspace(folder).close();
            }
        }
    }

    /** A file of that name inside; it need not exist. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
