package dev.callsheet.twin.live.media;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One connection's work, one piece after the other and never on the engine's own threads, which it would block. */
final class Mailbox {
    private static final Logger LOG = Logger.getLogger(Mailbox.class);
    private static final long WAIT_SECONDS = 5;

    private final ExecutorService worker;
    private final Runnable onTrouble;

    /** @param onTrouble told, in the same line, when a piece of work failed */
    Mailbox(String name, Runnable onTrouble) {
        this.worker =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
        this.onTrouble = onTrouble;
    }

    /** Queues the work; after {@link #close} it is dropped. */
    void post(Runnable work) {
        try {
            worker.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("work for a closed connection");
        }
    }

    /** Queues the work and waits until it is done, for some seconds at most. */
    void postAndWait(Runnable work) {
        var done = new CompletableFuture<Boolean>();
        try {
            worker.execute(() -> {
                run(work);
                done.complete(true);
            });
            done.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | ExecutionException e) {
            LOG.debug("work for a closed connection");
        } catch (TimeoutException e) {
            LOG.warn("a connection does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does this last piece of work, then takes no more. */
    void close(Runnable last) {
        post(last);
        worker.shutdown();
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // The engine throws errors where others throw exceptions.
            LOG.warn("a media connection failed: " + e.getMessage());
            onTrouble.run();
        }
    }
}
