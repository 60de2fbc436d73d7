package dev.callsheet.twin.queue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A twin with an empty state folder, two hundred times as fast as the provider. */
public final class QuickTwin implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var state = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "twin-state");
            return Map.of(
                    "twin.state-dir", state.toString(),
                    "twin.time-factor", "200",
                    "twin.liveavatar.response-shortest", "100ms",
                    "twin.liveavatar.response-longest", "200ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
