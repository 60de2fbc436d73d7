package dev.callsheet.scorer.outbound;

import java.io.IOException;

/** The object store cannot be reached or does not answer as it should: it will pass, try again. */
public final class StoreAway extends RuntimeException {
    StoreAway(String what, Throwable cause) {
        // The corridor takes a failure for a passing one by the I/O failure under it.
        super(what, cause instanceof IOException ? cause : new IOException(cause));
    }
}
