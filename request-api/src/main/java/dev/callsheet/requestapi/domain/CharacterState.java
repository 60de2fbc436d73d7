package dev.callsheet.requestapi.domain;

/**
 * Where a registered character stands.
 *
 * <pre>
 * ENROLLING  its references are looked at      -> READY, REFUSED, WITHDRAWN
 * READY      its prototype is pinned           -> WITHDRAWN; ENROLLING with the next version
 * REFUSED    its references do not fit         -> WITHDRAWN; ENROLLING with the next version
 * WITHDRAWN  consent has ended                 -> ERASED; ENROLLING with the next version
 * ERASED     nothing of its identity is left   -> ENROLLING with the next version
 * </pre>
 */
public enum CharacterState {
    ENROLLING,
    READY,
    REFUSED,
    WITHDRAWN,
    ERASED;

    /** Whether no consent holds any more. */
    public boolean isGone() {
        return this == WITHDRAWN || this == ERASED;
    }
}
