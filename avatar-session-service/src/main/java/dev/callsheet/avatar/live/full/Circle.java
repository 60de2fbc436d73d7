package dev.callsheet.avatar.live.full;

import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Those who follow a brokered conversation, and the latest of what they were told. One of them, the envoy, carries words
 * into the provider's room. Used in one place at a time.
 */
final class Circle {
    private static final Logger LOG = Logger.getLogger(Circle.class);
    private static final int KEPT = 300;

    private final String begin;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Deque<Told> latest = new ArrayDeque<>();
    private long number;

    /** @param begin unlike that of any conversation before: cursors of those are not taken for ours */
    Circle(String begin) {
        this.begin = begin;
    }

    void join(Viewer viewer, String after) {
        long seen = seen(after);
        boolean resumed = seen >= 0 && number - seen <= latest.size();
        hand(viewer, cursor(resumed ? seen : number), new Told.Hello(resumed));
        if (resumed) {
            long next = number - latest.size();
            for (Told told : latest) {
                next++;
                if (next > seen) {
                    hand(viewer, cursor(next), told);
                }
            }
        }
        viewers.add(viewer);
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    boolean has(Viewer viewer) {
        return viewers.contains(viewer);
    }

    void tell(Told told) {
        number++;
        latest.addLast(told);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
        String cursor = cursor(number);
        List.copyOf(viewers).forEach(viewer -> hand(viewer, cursor, told));
    }

    /** Hands words for the room to one viewer; with each try to another one. False if nobody is there. */
    boolean send(String json, int tries) {
        Optional<Viewer> envoy = viewers.isEmpty()
                ? Optional.empty()
                : viewers.stream().skip(tries % viewers.size()).findFirst();
        envoy.ifPresent(viewer -> hand(viewer, cursor(number), new Told.VendorControl(json)));
        return envoy.isPresent();
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    void dismiss() {
        viewers.clear();
    }

    private static void hand(Viewer viewer, String cursor, Told told) {
        try {
            viewer.tell(cursor, told);
        } catch (RuntimeException e) {
            // A viewer that breaks is no reason for the others to miss anything.
            LOG.warn("a viewer took no message", e);
        }
    }

    private String cursor(long message) {
        return begin + "-" + message;
    }

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
