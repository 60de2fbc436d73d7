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
    MAX_DURATION_REACHED,
    NO_CREDITS,
    /** The provider ended it for another reason. */
    PROVIDER_ENDED
}
