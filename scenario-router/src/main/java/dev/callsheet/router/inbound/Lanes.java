package dev.callsheet.router.inbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Threads that share a batch: deciding is pure, so the processors may do it side by side. What belongs to one request is
 * one record, so nothing that has an order is torn apart.
 */
@ApplicationScoped
class Lanes {
    /** Below this a batch is done before another thread has woken. */
    private static final int WORTH_SHARING = 64;

    private final int count;
    private final ExecutorService threads;

    Lanes(@ConfigProperty(name = "callsheet.router.lanes") Optional<Integer> lanes) {
        this.count = Math.max(1, lanes.orElse(Runtime.getRuntime().availableProcessors()));
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("router-lane-", 1).daemon().factory());
    }

    /** All results, in the order of the items. @throws RuntimeException the first that was thrown, when all have ended */
    <T, R> List<R> each(List<T> items, Function<T, R> work) {
        if (count == 1 || items.size() < WORTH_SHARING) {
            return items.stream().map(work).toList();
        }
        List<Callable<List<R>>> parts = new ArrayList<>();
        int size = (items.size() + count - 1) / count;
        for (int from = 0; from < items.size(); from += size) {
            List<T> part = items.subList(from, Math.min(items.size(), from + size));
            parts.add(() -> part.stream().map(work).toList());
        }
        List<R> all = new ArrayList<>(items.size());
        try {
            for (Future<List<R>> part : threads.invokeAll(parts)) {
                all.addAll(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while routing", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        }
        return all;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
