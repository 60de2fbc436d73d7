package dev.callsheet.twin.queue.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of payload values. */
public enum FieldType {
    STRING,
    INTEGER,
    BOOLEAN,
    ENUM,
    IMAGE,
    VIDEO,
    AUDIO,
    IMAGE_LIST,
    VIDEO_LIST,
    ARRAY,
    OBJECT;

    /** The catalogue's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that word. */
    public static Optional<FieldType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** All words, for error messages. */
    public static String words() {
        return Arrays.stream(values()).map(FieldType::word).collect(Collectors.joining(", "));
    }
}
