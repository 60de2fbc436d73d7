package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rings where somebody waits for news of a request. A ring is a hint: another replica's news come without one. */
@ApplicationScoped
class Arrivals {
    private final Map<RequestId, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

    /** One who waits; close it when done. */
    final class Waiter implements AutoCloseable {
        private final RequestId requestId;
        private final Semaphore bell = new Semaphore(0);

        private Waiter(RequestId requestId) {
            this.requestId = requestId;
        }

        /** Returns at a ring, or when the time is over. */
        void await(Duration longest) throws InterruptedException {
            bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        }

        @Override
        public void close() {
            waiting.computeIfPresent(requestId, (_, bells) -> {
                bells.remove(bell);
                return bells.isEmpty() ? null : bells;
            });
        }
    }

    Waiter waitFor(RequestId requestId) {
        Waiter waiter = new Waiter(requestId);
        waiting.compute(requestId, (_, bells) -> {
            Set<Semaphore> all = bells == null ? ConcurrentHashMap.newKeySet() : bells;
            all.add(waiter.bell);
            return all;
        });
        return waiter;
    }

    void ring(RequestId requestId) {
        waiting.getOrDefault(requestId, Set.of()).forEach(Semaphore::release);
    }
}
