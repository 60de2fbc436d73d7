package dev.callsheet.render.outbound;

import java.io.IOException;

/** An address of a partner's does not answer now; it may later. The message is for the partner. */
public final class InputAway extends IOException {
    public InputAway(String message) {
        super(message);
    }
}
