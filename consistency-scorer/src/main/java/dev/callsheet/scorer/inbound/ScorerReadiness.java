package dev.callsheet.scorer.inbound;

import dev.callsheet.identity.measure.Limits;
import dev.callsheet.scorer.outbound.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the models are loaded, which they are once this bean can be made, and the bucket answers. */
@Readiness
@ApplicationScoped
public class ScorerReadiness implements HealthCheck {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Limits limits;
    private final ObjectStore store;
    private final Clock clock;
    private volatile Seen seen = new Seen(Instant.MIN, false);

    ScorerReadiness(Limits limits, ObjectStore store, Clock clock) {
        this.limits = limits;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        if (!seen.reachable() || seen.at().plus(FRESH).isBefore(now)) {
            seen = new Seen(now, store.reachable());
        }
        return HealthCheckResponse.named("scorer")
                .status(seen.reachable())
                .withData("detector", limits.detector().id())
                .withData("embedder", limits.embedder().id())
                .withData("calibration", limits.id())
                .withData("bucket", seen.reachable() ? "reachable" : "not reachable")
                .build();
    }

    private record Seen(Instant at, boolean reachable) {}
}
