package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.requestapi.outbound.webhook.Deliveries;
import dev.callsheet.requestapi.outbound.webhook.Standing;
import dev.callsheet.requestapi.outbound.webhook.WebhookSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Clears old deliveries now and then, and counts how the others stand. Several pods may do it at once. */
@ApplicationScoped
class WebhookChore {
    private static final Logger LOG = Logger.getLogger(WebhookChore.class);
    private static final int AT_ONCE = 5_000;

    private final Deliveries deliveries;
    private final Standing standing;
    private final WebhookMetrics metrics;
    private final WebhookSettings settings;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    WebhookChore(
            Deliveries deliveries, Standing standing, WebhookMetrics metrics, WebhookSettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.standing = standing;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("webhook-chore").start(this::keepLooking);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void keepLooking() {
        try {
            do {
                try {
                    look(clock.instant());
                } catch (RuntimeException e) {
                    LOG.warnf("deliveries are counted again later: %s", e.getMessage());
                }
            } while (!stopping.await(settings.clearEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Instant now) {
        deliveries.clear(now.minus(settings.keep()), AT_ONCE);
        metrics.counted(standing.count(now));
    }
}
