package dev.callsheet.scorer.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calibration in force, and those of campaigns that have one of their own cast: {@code <folder>/<tenant>/<campaign>.json}.
 * A file that is put there later counts from the next clip on. Thread-safe.
 */
public final class Calibrations {
    private static final String SUFFIX = ".json";

    private final Calibration usual;
    private final Optional<Path> folder;

    /**
     * Reads what lies in the folder once.
     *
     * @param folder empty if no campaign has its own
     * @throws ModelsUnusable if a file has not the form, or is about other models than the usual one
     */
    public Calibrations(Calibration usual, Optional<Path> folder) {
        this.usual = usual;
        this.folder = folder;
        folder.ifPresent(this::check);
    }

    /** The usual one. */
    public Calibration usual() {
        return usual;
    }

    /**
     * The one for a campaign's clips.
     *
     * @throws ModelsUnusable if the campaign's own has not the form, or is about other models
     */
    public Calibration of(TenantId tenant, @Nullable String campaign) {
        if (campaign == null || folder.isEmpty()) {
            return usual;
        }
        Path own = folder.get().resolve(tenant.value());
        Path file = own.resolve(campaign + SUFFIX).normalize();
        // A name with slashes or dots never leaves the tenant's folder.
        return own.equals(file.getParent()) && Files.isRegularFile(file) ? read(file) : usual;
    }

    private Calibration read(Path file) {
        Calibration own = CalibrationFile.read(Optional.of(file));
        if (!own.models().equals(usual.models())) {
            throw new ModelsUnusable(
                    "the calibration " + file.getFileName() + " was made for other models than are in use");
        }
        return own;
    }

    private void check(Path root) {
        try (Stream<Path> files = Files.walk(root, 2)) {
            files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("scorer.calibration.campaigns: " + root + " cannot be listed", e);
        }
    }
}
