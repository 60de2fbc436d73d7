package dev.callsheet.stack.door;

import dev.callsheet.stack.StackFailure;

/** A link leads to no file, or not any more. */
public final class Unfetched extends StackFailure {
    private static final long serialVersionUID = 1;

    Unfetched(String message) {
        super(message);
    }
}
