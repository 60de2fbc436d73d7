package dev.callsheet.simulate;

/** A plan that cannot be played; its message says what to change. */
final class PlanUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlanUnreadable(String message) {
        super(message);
    }
}
