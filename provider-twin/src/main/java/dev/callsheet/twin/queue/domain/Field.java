package dev.callsheet.twin.queue.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a model, as the catalogue describes it and as payloads are checked.
 *
 * @param options the allowed words of an enum, else empty
 * @param min lowest number, null if free
 * @param max highest number, or the most characters of a text, or the most entries of a list; null if free
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        @Nullable Object defaultValue,
        List<String> options,
        @Nullable Long min,
        @Nullable Long max,
        String description) {

    /** The same under another name. */
    Field named(String other) {
        return new Field(other, type, required, defaultValue, options, min, max, description);
    }

    static Field text(String name, boolean required, long most, String description) {
        return new Field(name, FieldType.STRING, required, required ? null : "", List.of(), null, most, description);
    }

    static Field media(String name, FieldType type, String description) {
        return new Field(name, type, false, null, List.of(), null, null, description);
    }

    static Field mediaList(String name, FieldType type, long most, String description) {
        return new Field(name, type, false, List.of(), List.of(), null, most, description);
    }

    static Field word(String name, String defaultValue, List<String> options) {
        return new Field(
                name, FieldType.ENUM, false, defaultValue, options, null, null, "one of " + String.join(", ", options));
    }

    static Field number(String name, @Nullable Long defaultValue, long min, long max, String description) {
        return new Field(name, FieldType.INTEGER, false, defaultValue, List.of(), min, max, description);
    }

    static Field flag(String name, boolean defaultValue, String description) {
        return new Field(name, FieldType.BOOLEAN, false, defaultValue, List.of(), null, null, description);
    }
}
