package dev.callsheet.conversation.line;

/** Something under way elsewhere. */
@FunctionalInterface
public interface Work extends AutoCloseable {
    /** Stops it soon and does not wait; what still comes is late and is dropped. May be called more than once. */
    @Override
    void close();
}
