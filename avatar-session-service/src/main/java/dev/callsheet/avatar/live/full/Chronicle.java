package dev.callsheet.avatar.live.full;

import dev.callsheet.conversation.pipeline.Loop;
import dev.callsheet.conversation.pipeline.TurnJournal;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What blocks, in order and beside the conversation: its journal, and reading the provider's record. */
final class Chronicle {
    private static final Logger LOG = Logger.getLogger(Chronicle.class);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("brokered-", 0).factory());
    private final TurnJournal journal;
    private final Loop loop;

    Chronicle(TurnJournal journal, Loop loop) {
        this.journal = journal;
        this.loop = loop;
    }

    /** Reads what another process left, however often it takes; told on the loop. */
    void open(Consumer<TurnJournal.Left> opened) {
        run(() -> {
            try {
                var left = journal.open();
                loop.execute(() -> opened.accept(left));
            } catch (RuntimeException e) {
                LOG.warn("the journal of a conversation cannot be read yet", e);
                loop.after(AGAIN, () -> open(opened));
            }
        });
    }

    /** Writes an entry; what cannot be written is not remembered beyond this process. */
    void write(Consumer<TurnJournal> entry) {
        run(() -> entry.accept(journal));
    }

    void run(Runnable blocking) {
        try {
            thread.execute(() -> {
                try {
                    blocking.run();
                } catch (RuntimeException e) {
                    LOG.error("a line of a conversation's journal is not written", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("the conversation is closed already");
        }
    }

    /** Returns when all that was given is done, or after this time. */
    void close(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
