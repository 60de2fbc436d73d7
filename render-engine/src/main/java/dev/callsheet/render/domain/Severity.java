package dev.callsheet.render.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much an alert asks of an operator. */
public enum Severity {
    /** Nothing is wrong. */
    INFO,
    /** To be looked at. */
    WARNING,
    /** Money may be lost, or a model rests. */
    CRITICAL;

    /** The word in tables and answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
