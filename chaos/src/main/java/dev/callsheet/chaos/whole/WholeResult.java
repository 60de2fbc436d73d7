package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.check.Violation.Kind;
import java.util.List;
import java.util.Map;

/**
 * What a run of the whole house has shown.
 *
 * @param accepted requests that were accepted
 * @param routes how many of them on each route
 * @param ends how many ended how
 * @param sessions live sessions that were held
 * @param lost requests without an end, ends untold, paid clips that are gone
 * @param duplicated what happened more often than once
 * @param failedCalls calls that failed where none may
 * @param sessionFaults what the provider's books and ours differ in, for people
 * @param exitMillis how long each service has taken to end when it was idle, its slowest replica
 * @param complete whether all was over in time
 */
public record WholeResult(
        String plan,
        double seconds,
        int accepted,
        Map<String, Long> routes,
        Map<String, Long> ends,
        int sessions,
        long lost,
        long duplicated,
        int failedCalls,
        List<String> sessionFaults,
        Map<String, Long> exitMillis,
        List<Row> faults,
        Map<Kind, Long> violations,
        boolean complete) {
    /** Whether it kept all promises. */
    public boolean kept() {
        return complete && violations.isEmpty() && sessionFaults.isEmpty() && failedCalls == 0;
    }

    /**
     * One fault.
     *
     * @param seconds how long it lasted
     * @param lost of the requests that were on their way in it; likewise duplicated
     * @param stallSeconds longest time without any request's last fact
     * @param recoverSeconds from its end until nine of ten that were on their way in it were over
     * @param repeats calls that were repeated
     */
    public record Row(
            String fault,
            double seconds,
            int inFlight,
            long lost,
            long duplicated,
            double stallSeconds,
            double recoverSeconds,
            int repeats,
            String note) {}
}
