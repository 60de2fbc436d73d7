package dev.callsheet.stack.door;

import dev.callsheet.stack.StackFailure;
import org.jspecify.annotations.Nullable;

/** A service could not be reached, or cannot work at the moment; it may be there again soon. */
public final class Unanswered extends StackFailure {
    Unanswered(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
