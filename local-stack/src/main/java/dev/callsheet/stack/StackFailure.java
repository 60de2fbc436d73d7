package dev.callsheet.stack;

import org.jspecify.annotations.Nullable;

/** A part of the stack cannot be started, reached or stopped. The message says what to do. */
public class StackFailure extends RuntimeException {
    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
