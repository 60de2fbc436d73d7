package dev.callsheet.render.inbound;

import dev.callsheet.render.outbound.ClipStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the bucket is there; asked at most every ten seconds. Tables and topics have checks of their own. */
@Readiness
@ApplicationScoped
public class StoreReady implements HealthCheck {
    private static final long KEEP_NANOS = Duration.ofSeconds(10).toNanos();

    private final ClipStore store;
    private volatile Answer last = new Answer(false, System.nanoTime() - KEEP_NANOS);

    StoreReady(ClipStore store) {
        this.store = store;
    }

    private record Answer(boolean ready, long at) {}

    @Override
    public HealthCheckResponse call() {
        Answer answer = last;
        if (!answer.ready() || System.nanoTime() - answer.at() > KEEP_NANOS) {
            answer = new Answer(store.ready(), System.nanoTime());
            last = answer;
        }
        return HealthCheckResponse.named("object store").status(answer.ready()).build();
    }
}
