package dev.callsheet.identity.calibration;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the limits: from a file of the operator's, or else the ones that the application ships. */
public final class LimitsFile {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private LimitsFile() {}

    /**
     * The limits in force.
     *
     * @throws ModelsUnusable if the file is missing or has not the form
     */
    public static Limits read(Optional<Path> file) {
        try (InputStream in = file.isPresent()
                ? Files.newInputStream(file.get())
                : LimitsFile.class.getResourceAsStream("/limits.json")) {
            return STRICT.readValue(in, Limits.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelsUnusable("the limits file cannot be read: " + e.getMessage(), e);
        }
    }
}
