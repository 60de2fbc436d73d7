package dev.callsheet.requestapi.outbound.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rings when a delivery may be due in this pod. A ring is a hint: another pod's deliveries come without one. */
@ApplicationScoped
public class Bell {
    private final Semaphore rings = new Semaphore(0);

    public void ring() {
        rings.release();
    }

    /** Returns at a ring, or when the time is over; the rings until then are one. */
    public void await(Duration longest) throws InterruptedException {
        rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        rings.drainPermits();
    }
}
