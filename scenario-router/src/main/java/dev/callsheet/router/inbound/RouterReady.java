package dev.callsheet.router.inbound;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the consumer has its partitions and polls. */
@Readiness
class RouterReady implements HealthCheck {
    private final Polling polling;

    RouterReady(Polling polling) {
        this.polling = polling;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("router polls")
                .status(polling.ready())
                .withData("partitions", polling.partitions())
                .build();
    }
}
