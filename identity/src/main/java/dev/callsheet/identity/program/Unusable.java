package dev.callsheet.identity.program;

/** What was given on the command line cannot be worked with; the message says what was found and what is allowed. */
final class Unusable extends RuntimeException {
    Unusable(String message) {
        super(message);
    }
}
