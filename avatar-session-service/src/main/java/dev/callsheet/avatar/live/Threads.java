package dev.callsheet.avatar.live;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is done beside the caller. */
@Singleton
class Threads {
    void start(Runnable work) {
        Thread.startVirtualThread(work);
    }

    void after(Duration time, Runnable work) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(work);
    }
}
