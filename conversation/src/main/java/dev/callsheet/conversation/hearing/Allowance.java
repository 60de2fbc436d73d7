package dev.callsheet.conversation.hearing;

import java.time.Duration;
import java.time.Instant;

/**
 * How much sound may come: as much as time goes by and a tenth more, since clocks differ, and what a stalled network holds
 * back for some seconds. Not thread-safe.
 */
final class Allowance {
    private static final double FASTER = 1.1;

    private final long most;
    private long left;
    private Instant at;

    /** @param burst most sound at once */
    Allowance(Duration burst, Instant now) {
        most = burst.toMillis() * Ear.BYTES_PER_MILLI;
        left = most;
        at = now;
    }

    /** Whether so many bytes may come now. What may not is not counted. */
    boolean take(int bytes, Instant now) {
        long passed = Math.max(0, Duration.between(at, now).toNanos());
        left = Math.min(most, left + (long) (passed / 1e6 * Ear.BYTES_PER_MILLI * FASTER));
        at = now;
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }
}
