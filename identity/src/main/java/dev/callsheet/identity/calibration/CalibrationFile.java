package dev.callsheet.identity.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes {@code calibration.json}: an operator's, or the one that is shipped. */
public final class CalibrationFile {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CalibrationFile() {}

    /**
     * The calibration in force.
     *
     * @param file an operator's; empty for the shipped one
     * @throws ModelsUnusable if the file is missing or has not the form
     */
    public static Calibration read(Optional<Path> file) {
        try (InputStream in = file.isPresent()
                ? Files.newInputStream(file.get())
                : CalibrationFile.class.getResourceAsStream("/calibration.json")) {
            Calibration calibration = STRICT.readValue(in, Calibration.class);
            if (!calibration.schema().equals(Calibration.SCHEMA)) {
                throw new ModelsUnusable("the calibration file: schema: found '" + calibration.schema()
                        + "'; allowed is " + Calibration.SCHEMA);
            }
            return calibration;
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelsUnusable("the calibration file cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file's text. */
    public static String text(Calibration calibration) {
        try {
            return STRICT.writeValueAsString(calibration) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calibration is JSON", e);
        }
    }
}
