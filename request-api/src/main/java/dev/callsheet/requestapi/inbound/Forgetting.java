package dev.callsheet.requestapi.inbound;

import dev.callsheet.requestapi.domain.Week;
import dev.callsheet.requestapi.outbound.HistoryWeeks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Lets requests go when they are old, from time to time. Several replicas may do it at once. */
@ApplicationScoped
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    /** The log keeps facts for 30 days: whatever can still be told again must still be known. */
    private static final Period LEAST = Period.ofDays(35);

    private static final LocalDate SHORTEST = LocalDate.of(2026, 2, 1);

    private final HistoryWeeks weeks;
    private final Period kept;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Forgetting(
            HistoryWeeks weeks,
            @ConfigProperty(name = "callsheet.requests.kept") Period kept,
            @ConfigProperty(name = "callsheet.requests.forget-every") Duration every) {
        // From a February on, when months are shortest.
        if (SHORTEST.plus(kept).isBefore(SHORTEST.plus(LEAST))) {
            throw new IllegalArgumentException("callsheet.requests.kept is " + kept + ", allowed is " + LEAST
                    + " or longer: the log may tell again what is younger");
        }
        this.weeks = weeks;
        this.kept = kept;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("forgetting").start(this::keepForgetting);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void keepForgetting() {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    int dropped = weeks.forget(Week.firstKept(Instant.now(), kept));
                    if (dropped > 0) {
                        LOG.infof("%d weeks of requests are older than %s and were let go", dropped, kept);
                    }
                } catch (RuntimeException e) {
                    LOG.warnf("old requests are let go later: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
