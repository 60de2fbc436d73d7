package dev.callsheet.stack.operators;

import dev.callsheet.contracts.RequestId;
import java.util.Optional;

/** What the workers know of a request and its money. */
@FunctionalInterface
public interface Ledgers {

    /**
     * A request that a worker has taken in.
     *
     * @param state open, completed, failed or cancelled
     * @param openMicros committed and neither settled nor released
     */
    record Known(String worker, String state, long openMicros, long settledMicros) {
        boolean ended() {
            return !state.equals("open");
        }
    }

    /** Empty if no worker knows it. @throws RuntimeException if a worker does not answer: then nobody can say */
    Optional<Known> find(RequestId id);
}
