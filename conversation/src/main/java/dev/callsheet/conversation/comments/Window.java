package dev.callsheet.conversation.comments;

/** At most so many within any stretch of this length. Exact: it keeps the time of each that counts. */
final class Window {
    private final long[] times;
    private final long length;
    private int taken;

    Window(int most, long lengthMillis) {
        this.times = new long[most];
        this.length = lengthMillis;
    }

    boolean open(long now) {
        return times.length > 0 && (taken < times.length || now - times[taken % times.length] >= length);
    }

    void note(long now) {
        times[taken % times.length] = now;
        // Kept small, with its place in the ring, so that it never overflows.
        taken = taken + 1 == 2 * times.length ? times.length : taken + 1;
    }

    /** Nothing that it knows of counts any more. */
    boolean empty(long now) {
        return taken == 0 || now - times[(taken - 1) % times.length] >= length;
    }
}
