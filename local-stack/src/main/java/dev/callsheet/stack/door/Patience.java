package dev.callsheet.stack.door;

import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again for as long as a service that was killed may take to come back. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_MS = 300;

    private Patience() {}

    /** @throws Unanswered if there is no answer within the limit */
    static <T> T ask(Supplier<T> question) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (Unanswered e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            rest();
        }
    }

    /** A short pause before the next look. */
    public static void rest() {
        try {
            new Semaphore(0).tryAcquire(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for a service", e);
        }
    }
}
