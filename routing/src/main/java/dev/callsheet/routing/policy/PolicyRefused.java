package dev.callsheet.routing.policy;

import org.jspecify.annotations.Nullable;

/** A policy that is not one; nothing of it is used. */
public final class PolicyRefused extends RuntimeException {
    PolicyRefused(String message, @Nullable Throwable cause) {
        super("policy refused: " + message, cause);
    }
}
