package dev.callsheet.chaos.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads plans; YAML, of which JSON is a part. */
public final class PlanFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PlanFile() {}

    /** @throws PlanUnreadable if a field is missing, unknown or out of its bounds */
    public static Plan read(Path file) {
        return read(file, Plan.class);
    }

    /** A plan for the whole house, or a fault. @throws PlanUnreadable as of {@link #read(Path)} */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(Files.readString(file), type);
        } catch (ValueInstantiationException e) {
            throw new PlanUnreadable(file + ": " + (e.getCause() == null ? e : e.getCause()).getMessage());
        } catch (JsonProcessingException e) {
            throw new PlanUnreadable(file + ": line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new PlanUnreadable(file + " cannot be read: " + e.getMessage());
        }
    }
}
