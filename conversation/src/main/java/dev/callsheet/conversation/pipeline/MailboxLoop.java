package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A {@link Loop} over threads: a mailbox of its own, and a clockwork that many share. */
public final class MailboxLoop implements Loop {
    private final Mailbox mailbox;
    private final ScheduledExecutorService timers;
    private final Clock clock;

    /** @param timers only hands tasks on: one thread is enough for thousands of conversations */
    public MailboxLoop(Executor threads, ScheduledExecutorService timers, Clock clock) {
        this.mailbox = new Mailbox(threads);
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void execute(Runnable task) {
        mailbox.execute(task);
    }

    @Override
    public Work after(Duration time, Runnable task) {
        var wanted = new AtomicBoolean(true);
        Runnable due = () -> mailbox.execute(() -> {
            if (wanted.getAndSet(false)) {
                task.run();
            }
        });
        try {
            var timer = timers.schedule(due, time.toNanos(), TimeUnit.NANOSECONDS);
            return () -> {
                wanted.set(false);
                timer.cancel(false);
            };
        } catch (RejectedExecutionException e) {
            // The house is closing: nothing is due any more.
            return () -> {};
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
