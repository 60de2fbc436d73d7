package dev.callsheet.scorer.inbound;

import dev.callsheet.scorer.outbound.StoreAway;
import dev.callsheet.scorer.outbound.Sweep;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Ends what has a time, once an hour. */
@ApplicationScoped
public class ExpiryChore {
    private static final Logger LOG = Logger.getLogger(ExpiryChore.class);

    private final Sweep sweep;
    private final Clock clock;

    ExpiryChore(Sweep sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @Scheduled(
            every = "${scorer.identity.sweep}",
            delayed = "${scorer.identity.sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            Sweep.Swept swept = sweep.run(clock.instant());
            if (swept.expired() + swept.renewed() > 0) {
                LOG.infof(
                        "of %d sealed objects %d were deleted, their time was over; %d sealed with the new key",
                        swept.seen(), swept.expired(), swept.renewed());
            }
        } catch (StoreAway e) {
            LOG.warnf("sealed objects were not looked through: %s", e.getMessage());
        }
    }
}
