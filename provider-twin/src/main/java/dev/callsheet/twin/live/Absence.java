package dev.callsheet.twin.live;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tells once all people have left a room and nobody has come back in time. Thread-safe. */
final class Absence {
    private final Duration patience;
    private final Runnable gone;
    private boolean visited;
    private int changes;
    private int present;

    Absence(Duration patience, Runnable gone) {
        this.patience = patience;
        this.gone = gone;
    }

    /** So many people are in the room now. */
    synchronized void people(int count) {
        present = count;
        visited |= count > 0;
        int change = ++changes;
        if (visited && count == 0) {
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(() -> expired(change));
        }
    }

    private void expired(int change) {
        synchronized (this) {
            if (change != changes || present > 0) {
                return;
            }
        }
        gone.run();
    }
}
