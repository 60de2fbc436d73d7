package dev.callsheet.conversation.pipeline;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The threads and the clockwork of all conversations of a process. */
public final class Loops implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("conversation-", 0).factory());
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("conversation-timers").factory());

    public Loops() {
        // Most timers are closed long before they are due; without this they would stay until then.
        timers.setRemoveOnCancelPolicy(true);
    }

    /** A loop for one conversation. */
    public Loop open() {
        return new MailboxLoop(threads, timers, Clock.systemUTC());
    }

    /** For what may block. */
    public Executor threads() {
        return threads;
    }

    @Override
    public void close() {
        timers.shutdownNow();
        threads.shutdownNow();
    }
}
