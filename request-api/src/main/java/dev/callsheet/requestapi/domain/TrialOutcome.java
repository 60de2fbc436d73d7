package dev.callsheet.requestapi.domain;

import org.jspecify.annotations.Nullable;

/** What became of one request of a trial; only {@link #PASS} counts as passed. */
public enum TrialOutcome {
    PASS,
    FAIL,
    REVIEW,
    /** A clip in which no face of the character can be measured. */
    NOT_MEASURABLE,
    /** No clip. */
    UNMADE,
    /** Never rendered: the router or the desk would not have it. */
    REFUSED,
    /** By the tenant. It says nothing of the arm and is left out, with its pair. */
    CANCELLED,
    PENDING;

    /** Whether it counts. */
    public boolean isKnown() {
        return this != CANCELLED && this != PENDING;
    }

    /** By the machine's verdict alone: a person's ruling does not move a comparison. @param verdict null without one */
    public static TrialOutcome of(State state, @Nullable String verdict) {
        if (verdict != null) {
            return switch (verdict) {
                case "PASS" -> PASS;
                case "FAIL" -> FAIL;
                case "REVIEW" -> REVIEW;
                default -> NOT_MEASURABLE;
            };
        }
        return switch (state) {
            case REJECTED -> REFUSED;
            case FAILED -> UNMADE;
            case CANCELLED -> CANCELLED;
            case COMPLETED, PARTLY, ENDED -> NOT_MEASURABLE;
            case ACCEPTED,
                    ROUTED,
                    FANNED_OUT,
                    QUEUED,
                    UNSURE,
                    RENDERING,
                    WEDGED,
                    RENDERED,
                    HELD,
                    OFFERED,
                    WAITING,
                    LIVE,
                    PAUSED -> PENDING;
        };
    }
}
