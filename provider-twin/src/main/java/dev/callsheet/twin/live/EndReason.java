package dev.callsheet.twin.live;

/** Why a session ended, as the provider spells it. */
enum EndReason {
    USER_CLOSED,
    USER_DISCONNECTED,
    IDLE_TIMEOUT,
    MAX_DURATION_REACHED,
    NO_CREDITS,
    SERVER_ERROR
}
