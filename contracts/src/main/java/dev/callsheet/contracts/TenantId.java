package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Who pays. Known from the topic or the API key, never from a payload. Lower-case letters, digits and '-', 1 to 40. */
public record TenantId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    @JsonCreator
    public TenantId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "tenant '" + value + "': allowed are 1 to 40 lower-case letters, digits and '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
