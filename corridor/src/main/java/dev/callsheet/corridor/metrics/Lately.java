package dev.callsheet.corridor.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a table for gauges: asked when a scrape comes and good for some seconds, so that nobody who scrapes often
 * makes the database work. A table that is away or slow has no answer, and is left in peace for as long. Thread-safe.
 */
public final class Lately<T> {
    private static final Duration GOOD = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Callable<T> question;
    private final Duration good;
    private @Nullable CompletableFuture<T> answer;
    private long askedAt;

    public Lately(Callable<T> question) {
        this(question, GOOD);
    }

    Lately(Callable<T> question, Duration good) {
        this.question = question;
        this.good = good;
    }

    /** The answer of the last seconds; empty if there is none. */
    public Optional<T> get() {
        try {
            return Optional.of(asked().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<T> asked() {
        CompletableFuture<T> last = answer;
        if (last != null && (!last.isDone() || System.nanoTime() - askedAt < good.toNanos())) {
            return last;
        }
        CompletableFuture<T> next = new CompletableFuture<>();
        answer = next;
        askedAt = System.nanoTime();
        Thread.startVirtualThread(() -> {
            try {
                next.complete(question.call());
            } catch (Exception e) {
                next.completeExceptionally(e);
            }
        });
        return next;
    }
}
