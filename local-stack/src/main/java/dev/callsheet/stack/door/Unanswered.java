package dev.callsheet.stack.door;

import dev.callsheet.stack.StackFailure;

/** A service could not be reached; it may be there again soon. */
public final class Unanswered extends StackFailure {
    Unanswered(String message, Throwable cause) {
        super(message, cause);
    }
}
