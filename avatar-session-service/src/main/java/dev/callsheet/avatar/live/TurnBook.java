package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.domain.TurnRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores a conversation's turns in order, beside the conversation: a slow table must not delay a barge-in. */
final class TurnBook {
    private static final Logger LOG = Logger.getLogger(TurnBook.class);
    private static final long WAIT_SECONDS = 5;

    private final SessionOrder order;
    private final SessionStore store;
    private final SessionTrace trace;
    private final @Nullable String traceparent;
    private final Clock clock;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("turn-book").factory());

    TurnBook(SessionOrder order, SessionStore store, SessionTrace trace, @Nullable String traceparent, Clock clock) {
        this.order = order;
        this.store = store;
        this.trace = trace;
        this.traceparent = traceparent;
        this.clock = clock;
    }

    void begin(int turn) {
        Instant now = clock.instant();
        write(turn, () -> store.begin(order, turn, now));
    }

    void end(TurnRecord turn) {
        Instant now = clock.instant();
        write(turn.number(), () -> trace.turn(order, traceparent, turn, now, () -> store.record(order, turn)));
    }

    private void write(int turn, Runnable what) {
        writer.execute(() -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "turn %d of session %s is not stored", turn, order.sessionId());
            }
        });
    }

    /** Returns when all turns are stored, or after some seconds. */
    void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warnf("turns of session %s are stored late", order.sessionId());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
