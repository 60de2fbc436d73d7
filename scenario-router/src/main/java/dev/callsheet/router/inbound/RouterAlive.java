package dev.callsheet.router.inbound;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the consumer thread lives. */
@Liveness
class RouterAlive implements HealthCheck {
    private final Polling polling;

    RouterAlive(Polling polling) {
        this.polling = polling;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("router thread")
                .status(polling.alive())
                .build();
    }
}
