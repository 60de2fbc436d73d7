package dev.callsheet.requestapi.domain;

import java.util.Arrays;
import java.util.Collection;
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
    /** A live session may be started. */
    OFFERED("offered", false),
    LIVE("live", false),
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

    /** What a fan-out has come to, told by its children. @param children one for each child that is known of */
    public static State ofChildren(Collection<State> children, int expected) {
        if (children.size() < expected || !children.stream().allMatch(State::isFinal)) {
            return FANNED_OUT;
        }
        long good = children.stream().filter(COMPLETED::equals).count();
        if (good == expected) {
            return COMPLETED;
        }
        return good > 0 ? PARTLY : children.stream().allMatch(CANCELLED::equals) ? CANCELLED : FAILED;
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
