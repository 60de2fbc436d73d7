package dev.callsheet.chaos.machine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends early when the run comes to its calm. */
public final class Rest {
    private final CountDownLatch calm = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Waits. @return whether the strikes go on afterwards */
    public boolean pause(Duration length) {
        return await(calm, length);
    }

    /** Waits, also in the calm, but no longer than the run lasts. */
    public void shortly(Duration length) {
        await(over, length);
    }

    /** Ends all pauses, now and later. */
    public void calm() {
        calm.countDown();
    }

    /** Ends everything: nothing is brought back any more. */
    public void end() {
        calm();
        over.countDown();
    }

    public boolean over() {
        return over.getCount() == 0;
    }

    private static boolean await(CountDownLatch latch, Duration length) {
        try {
            return !latch.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
