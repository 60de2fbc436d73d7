package dev.callsheet.twin.live;

/** The other side of a session's stage: an agent that gives audio (LITE), or people in a room (FULL). Thread-safe. */
sealed interface Party permits Agent, Host {
    /** The session is over: everybody is told why and leaves. */
    void end(EndReason reason);

    /** The process ends and the session goes on: lines break, nothing is said. */
    void leave();
}
