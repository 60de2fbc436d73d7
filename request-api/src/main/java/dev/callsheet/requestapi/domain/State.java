package dev.callsheet.requestapi.domain;

import java.util.Arrays;
import java.util.Optional;

/** Where a request stands. */
public enum State {
    /** On the log; nobody has decided yet. */
    ACCEPTED("accepted", false),
    /** Refused; nothing was spent. */
    REJECTED("rejected", true),
    ROUTED("routed", false),
    /** Became several requests; they are under way. */
    FANNED_OUT("fanned-out", false),
    QUEUED("queued", false),
    /** No answer came to the submit; it is looked for, not sent again. */
    UNSURE("unsure", false),
    RENDERING("rendering", false),
    /** Past every expected time, still watched. */
    WEDGED("wedged", false),
    /** A clip is stored; the last word on it is still to come. */
    RENDERED("rendered", false),
    /** A clip is there that did not pass; a person's word on it is waited for. */
    HELD("held", false),
    /** A live session may be started. */
    OFFERED("offered", false),
    /** The provider has no seat for the live session now. */
    WAITING("waiting", false),
    LIVE("live", false),
    /** The live session's meter stands until it is resumed. */
    PAUSED("paused", false),
    /** The live session is over. */
    ENDED("ended", true),
    COMPLETED("completed", true),
    /** Of several requests that it became, some were completed and some were not. */
    PARTLY("partly", true),
    FAILED("failed", true),
    CANCELLED("cancelled", true);

    private final String wire;
    private final boolean last;

    State(String wire, boolean last) {
        this.wire = wire;
        this.last = last;
    }

    /** The state of a published name; empty for a name that nobody knows. */
    public static Optional<State> named(String wire) {
        return Arrays.stream(values()).filter(state -> state.wire.equals(wire)).findFirst();
    }

    public String wire() {
        return wire;
    }

    /** Whether nothing more will come. */
    public boolean isFinal() {
        return last;
    }
}
