package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** A loop whose time passes only when nothing else is to be done. */
final class VirtualLoop implements Loop {
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparing((Timer timer) -> timer.due).thenComparingLong(timer -> timer.number));
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private long number;
    private long steps;

    @Override
    public void execute(Runnable task) {
        ready.addLast(task);
    }

    @Override
    public Work after(Duration time, Runnable task) {
        var timer = new Timer(now.plus(time.isNegative() ? Duration.ZERO : time), number++, task);
        timers.add(timer);
        return () -> timer.closed = true;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Lets so much time pass. */
    void run(Duration time) {
        Instant until = now.plus(time);
        while (step(until)) {
            // Until nothing is due any more.
        }
        now = until;
    }

    /** Runs until nothing is to be done; false if there is no end of it. */
    boolean runOut() {
        long limit = steps + 1_000_000;
        while (step(Instant.MAX)) {
            if (steps > limit) {
                return false;
            }
        }
        return true;
    }

    private boolean step(Instant until) {
        steps++;
        Runnable task = ready.pollFirst();
        if (task != null) {
            task.run();
            return true;
        }
        Timer timer = timers.peek();
        while (timer != null && timer.closed) {
            timers.poll();
            timer = timers.peek();
        }
        if (timer == null || timer.due.isAfter(until)) {
            return false;
        }
        timers.poll();
        now = timer.due.isAfter(now) ? timer.due : now;
        timer.task.run();
        return true;
    }

    private static final class Timer {
        private final Instant due;
        private final long number;
        private final Runnable task;
        private boolean closed;

        Timer(Instant due, long number, Runnable task) {
            this.due = due;
            this.number = number;
            this.task = task;
        }
    }
}
