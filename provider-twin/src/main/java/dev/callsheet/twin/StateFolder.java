package dev.callsheet.twin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder under which the twin keeps everything that outlives a restart ({@code twin.state-dir}). */
@ApplicationScoped
public class StateFolder {

    private final Path root;

    /** Takes the folder from the settings. */
    public StateFolder(TwinSettings settings) {
        this.root = settings.stateDir().toAbsolutePath().normalize();
    }

    /** The folder itself; it exists when this returns. */
    public Path root() {
        return created(root);
    }

    /** A named folder inside the state folder; it exists when this returns. */
    public Path folder(String name) {
        return created(root.resolve(name));
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("twin.state-dir cannot be created: " + folder, e);
        }
    }
}
