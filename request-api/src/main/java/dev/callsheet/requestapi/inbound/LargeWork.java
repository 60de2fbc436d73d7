package dev.callsheet.requestapi.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where large bodies are read: not on an event loop, and only a few at a time, because a document in memory is several
 * times its bytes.
 */
@ApplicationScoped
class LargeWork {
    private final Semaphore places;

    LargeWork(@ConfigProperty(name = "callsheet.bodies.large-at-once") int atOnce) {
        this.places = new Semaphore(atOnce, true);
    }

    /** Does the first step on another thread; the future is the one it gives, or fails as it does. */
    <T> CompletableFuture<T> then(Supplier<CompletableFuture<T>> work) {
        var result = new CompletableFuture<CompletableFuture<T>>();
        Thread.startVirtualThread(() -> {
            places.acquireUninterruptibly();
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            } finally {
                places.release();
            }
        });
        return result.thenCompose(future -> future);
    }
}
