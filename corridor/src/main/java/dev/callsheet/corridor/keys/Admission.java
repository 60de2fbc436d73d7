package dev.callsheet.corridor.keys;

import dev.callsheet.contracts.Problem;

/** Whether a call may go on. */
public sealed interface Admission {
    /** The key is known and has the scope. */
    record Admitted(KeyHolder holder) implements Admission {}

    /** A 401 or 403 that says what is missing. */
    record Refused(Problem problem) implements Admission {}
}
