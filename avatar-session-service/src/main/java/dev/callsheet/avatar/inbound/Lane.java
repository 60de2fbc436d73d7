package dev.callsheet.avatar.inbound;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Runs what is given to it one after the other, on a thread only while there is something to run. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Executor threads;
    private final int most;

    /** @param most so much may wait */
    Lane(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Returns at once; false, and it is not run, if too much waits. */
    boolean offer(Runnable task) {
        if (count.get() >= most) {
            return false;
        }
        run(task);
        return true;
    }

    /** As {@link #offer}, however much waits. */
    void run(Runnable task) {
        waiting.add(task);
        if (count.getAndIncrement() == 0) {
            threads.execute(this::work);
        }
    }

    private void work() {
        do {
            Runnable task = waiting.remove();
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("something on a viewer's line failed", e);
            }
        } while (count.decrementAndGet() > 0);
    }
}
