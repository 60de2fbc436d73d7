package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One live session with an avatar. */
public record SessionId(@JsonValue UUID value) {
    @JsonCreator
    public static SessionId parse(String text) {
        return new SessionId(UUID.fromString(text));
    }

    /** The session that a request asked for. */
    public static SessionId of(RequestId request) {
        return new SessionId(DerivedId.of("session", request.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
