package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One paid attempt at a clip. */
public record TakeId(@JsonValue UUID value) {
    @JsonCreator
    public static TakeId parse(String text) {
        return new TakeId(UUID.fromString(text));
    }

    /** The attempt with this number (from 1) of a request. */
    public static TakeId of(RequestId request, int attempt) {
        return new TakeId(DerivedId.of("take", request.toString(), Integer.toString(attempt)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
