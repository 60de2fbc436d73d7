package dev.callsheet.twin.live;

/** Rises when a session begins to run and falls when it ends. */
interface Curtain {
    /** @param fresh false if it is taken up again after a restart: then it does not open anew */
    void open(LiveSession session, boolean fresh);

    /** No effect if it is not open. */
    void close(String sessionId, EndReason reason);
}
