package dev.callsheet.conversation.pipeline;

/** Somebody who follows a conversation. */
@FunctionalInterface
public interface Viewer {
    /**
     * Must not block.
     *
     * @param cursor names this message: who comes back with it is told all that came after
     */
    void tell(String cursor, Told told);
}
