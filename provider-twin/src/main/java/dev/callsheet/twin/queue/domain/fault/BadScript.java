package dev.callsheet.twin.queue.domain.fault;

/** A script that cannot be read; the message names the key, what was found and what is allowed. */
public final class BadScript extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A key with a value that does not fit. */
    public BadScript(String key, Object found, String allowed) {
        super(key + ": found " + found + ", allowed is " + allowed);
    }
}
