package dev.callsheet.corridor.keys;

import java.util.Arrays;
import java.util.Optional;

/** What a key may be allowed to do. */
public enum Scope {
    REQUESTS_WRITE("requests:write"),
    REQUESTS_READ("requests:read"),
    PLAN("plan"),
    MEDIA_WRITE("media:write"),
    COSTS_READ("costs:read"),
    SESSIONS_WRITE("sessions:write");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** The scope of that name, as key files and answers spell it. */
    public static Optional<Scope> of(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
}
