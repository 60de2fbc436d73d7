package dev.callsheet.stack.door;

/** Times as people say them. */
public final class Spoken {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Spoken() {}

    /** As {@code 40 s}, {@code 4 min 10 s} or {@code 3 h 20 min}. @param millis what lies in the past is 0 */
    public static String time(long millis) {
        long left = Math.max(0, millis);
        if (left < MINUTE) {
            return (left + SECOND - 1) / SECOND + " s";
        }
        if (left < HOUR) {
            return left / MINUTE + " min " + left % MINUTE / SECOND + " s";
        }
        return left / HOUR + " h " + left % HOUR / MINUTE + " min";
    }
}
