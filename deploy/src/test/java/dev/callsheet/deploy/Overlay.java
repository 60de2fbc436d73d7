package dev.callsheet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is rendered and checked; rendered once for all tests. */
enum Overlay {
    DEV("k8s/overlays/dev"),
    PROD("k8s/overlays/prod"),
    NO_KEDA("k8s/overlays/no-keda"),
    /** Not an overlay but what an operator fills in and applies before one. */
    SECRETS("k8s/secrets");

    private final Path folder;
    private @Nullable Manifests manifests;

    Overlay(String folder) {
        this.folder = Path.of(folder);
    }

    synchronized Manifests manifests() {
        if (manifests == null) {
            try {
                manifests = Manifests.render(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return manifests;
    }
}
