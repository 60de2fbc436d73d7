package dev.callsheet.scorer.inbound;

import dev.callsheet.identity.calibration.Calibration;
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

    private final Calibration calibration;
    private final ObjectStore store;
    private final Clock clock;
    private volatile Seen seen = new Seen(Instant.MIN, false);

    ScorerReadiness(Calibration calibration, ObjectStore store, Clock clock) {
        this.calibration = calibration;
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
                .withData("detector", calibration.models().detector().id())
                .withData("embedder", calibration.models().embedder().id())
                .withData("calibration", calibration.id())
                .withData("bucket", seen.reachable() ? "reachable" : "not reachable")
                .build();
    }

    private record Seen(Instant at, boolean reachable) {}
}
