package dev.callsheet.conversation.pipeline;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Those who follow, and the latest of what they were told, for who comes back. A cursor is {@code <begin>-<number>}: of
 * which conversation's begin, and which message.
 */
final class Audience {
    private static final Logger LOG = System.getLogger(Audience.class.getName());

    private final String begin;
    private final int kept;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private volatile boolean followed;
    private final Deque<Told> latest = new ArrayDeque<>();
    private long number;

    Audience(String begin, int kept) {
        this.begin = begin;
        this.kept = kept;
    }

    /** @param present what somebody who saw nothing is told of the present, besides what comes */
    void join(Viewer viewer, String after, Supplier<List<Told>> present) {
        long seen = seen(after);
        boolean resumed = seen >= 0 && number - seen <= latest.size();
        if (resumed) {
            hand(viewer, cursor(seen), new Told.Hello(true));
            long next = number - latest.size();
            for (Told told : latest) {
                next++;
                if (next > seen) {
                    hand(viewer, cursor(next), told);
                }
            }
        } else {
            hand(viewer, cursor(number), new Told.Hello(false));
            present.get().forEach(told -> hand(viewer, cursor(number), told));
        }
        viewers.add(viewer);
        followed = true;
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
        followed = !viewers.isEmpty();
    }

    void tell(Told told) {
        number++;
        latest.addLast(told);
        if (latest.size() > kept) {
            latest.removeFirst();
        }
        String cursor = cursor(number);
        for (Viewer viewer : List.copyOf(viewers)) {
            hand(viewer, cursor, told);
        }
    }

    void dismiss() {
        viewers.clear();
        followed = false;
    }

    /** Somebody follows; may be asked from any thread. */
    boolean present() {
        return followed;
    }

    /** A viewer that breaks is no reason for the others to miss anything. */
    private static void hand(Viewer viewer, String cursor, Told told) {
        try {
            viewer.tell(cursor, told);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a viewer took no message", e);
        }
    }

    private String cursor(long message) {
        return begin + "-" + message;
    }

    /** The number of the message that a cursor names; -1 if it is none of this conversation's. */
    private long seen(String cursor) {
        int dash = cursor.lastIndexOf('-');
        if (dash < 0 || !cursor.substring(0, dash).equals(begin)) {
            return -1;
        }
        try {
            long seen = Long.parseLong(cursor.substring(dash + 1));
            return seen >= 0 && seen <= number ? seen : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
