package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.TenantId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a key may be allowed to do. */
public enum Scope {
    REQUESTS_WRITE("requests:write"),
    REQUESTS_READ("requests:read"),
    PLAN("plan"),
    MEDIA_WRITE("media:write"),
    COSTS_READ("costs:read"),
    SESSIONS_WRITE("sessions:write"),
    OPERATORS_READ("operators:read"),
    OPERATORS_WRITE("operators:write");

    /** Whose keys may look into all tenants' affairs; it sends no requests of its own. */
    public static final TenantId OPERATORS = new TenantId("operators");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** What a key of this tenant may hold at most: operators what is for operators, everybody else all the rest. */
    static Set<Scope> openTo(TenantId tenant) {
        Set<Scope> operators = EnumSet.of(OPERATORS_READ, OPERATORS_WRITE);
        return tenant.equals(OPERATORS) ? operators : EnumSet.complementOf(EnumSet.copyOf(operators));
    }

    /** The scope of that name, as key files and answers spell it. */
    public static Optional<Scope> of(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
}
