package dev.callsheet.chaos.whole;

import java.time.Instant;

/**
 * What a fault has done, as it was seen while it went on.
 *
 * @param title the fault's
 * @param begin when it began
 * @param end when it was taken back
 * @param recovered when nine of ten that were on their way in it were over
 * @param inFlight requests that were accepted and not over when it began
 * @param stallMillis longest time without any request's last fact, from its beginning until the recovery
 * @param repeats calls that were not answered well, and therefore repeated, in the same time
 * @param allowed whether calls may fail
 * @param note how it went, for people; empty for nothing to tell
 */
record Happening(
        String title,
        Instant begin,
        Instant end,
        Instant recovered,
        int inFlight,
        long stallMillis,
        int repeats,
        boolean allowed,
        String note) {
    /** Whether a request that was sent at this time was on its way in it. */
    boolean covers(Instant sent) {
        return !sent.isAfter(recovered) && sent.isAfter(begin.minusSeconds(30));
    }
}
