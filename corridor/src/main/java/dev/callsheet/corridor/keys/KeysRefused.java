package dev.callsheet.corridor.keys;

/** The key file is not one; the message names the place, what was found and what is allowed, and no hash. */
final class KeysRefused extends RuntimeException {
    KeysRefused(String message) {
        super(message);
    }
}
