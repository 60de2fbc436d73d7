package dev.callsheet.avatar.domain;

/** Why a session ended. The names are in facts and answers and stay. */
public enum EndReason {
    /** The client said so. */
    USER_CLOSED,
    /** The request was cancelled. */
    CANCELLED,
    /** Nobody kept the session alive. */
    LEASE_ENDED,
    /** The provider refused to start it; nothing was spent. */
    START_REFUSED,
    /** The start did not come to its end; what it may have spent is settled. */
    START_FAILED,
    /** It was as long as it was asked to be. */
    MAX_DURATION_REACHED,
    /** What it may spend is spent: the next minute was not begun. */
    BUDGET_ENDED,
    /** The provider's account is empty: the next minute was not begun. */
    CREDITS_ENDED,
    /** The provider ended it for want of credits. */
    NO_CREDITS,
    /** Its plan is done. */
    PLAN_ENDED,
    /** The provider ended it for another reason, and no successor could be started. */
    PROVIDER_ENDED
}
