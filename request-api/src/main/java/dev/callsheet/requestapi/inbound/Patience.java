package dev.callsheet.requestapi.inbound;

import dev.callsheet.corridor.ClosingOrder;
import dev.callsheet.corridor.Passing;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tries again for as long as a failure may pass by itself, so that a record waits rather than is lost. */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes @Priority(ClosingOrder.PATIENCE) ShutdownDelayInitiatedEvent event) {
        stopping.countDown();
    }

    /** Returns when the work is done. @throws RuntimeException if it fails for good, or the service stops */
    void until(Runnable work) {
        long pause = 100;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!Passing.is(e)) {
                    throw e;
                }
                LOG.warnf("a record waits: %s", e.getMessage());
                if (stopped(pause)) {
                    throw e;
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
            }
        }
    }

    private boolean stopped(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
