package dev.callsheet.twin.queue.domain;

import java.util.Locale;

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
}
