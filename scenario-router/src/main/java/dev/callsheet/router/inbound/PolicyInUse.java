package dev.callsheet.router.inbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.policy.PolicyWatch;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The policy that decides, looked at again while we run. A service without a possible policy does not start; a bad
 * edition that comes later is refused as a whole, and a log line and {@code callsheet.policy.looks} say so.
 */
@ApplicationScoped
class PolicyInUse implements Router.Policies {
    private static final Logger LOG = Logger.getLogger(PolicyInUse.class);
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    private final PolicyWatch watch;
    private final Duration every;
    private final LongCounter looks;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("policy").factory());

    PolicyInUse(
            @ConfigProperty(name = "callsheet.policy.file") Optional<Path> file,
            @ConfigProperty(name = "callsheet.policy.look-again", defaultValue = "2s") Duration every,
            OpenTelemetry openTelemetry) {
        this.watch = new PolicyWatch(file);
        this.every = every;
        this.looks = openTelemetry
                .getMeter("callsheet")
                .counterBuilder("callsheet.policy.looks")
                .setDescription("Changed policy files, by what became of them")
                .setUnit("{edition}")
                .build();
    }

    void start(@Observes StartupEvent event) {
        LOG.infof(
                "policy %s (%s)",
                watch.edition().version(), shortened(watch.edition().hash()));
        clock.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    @Override
    public Policy of(TenantId tenant) {
        return watch.of(tenant);
    }

    private void look() {
        switch (watch.look()) {
            case PolicyWatch.Look.Unchanged _ -> {
                // Nothing to tell.
            }
            case PolicyWatch.Look.Taken(var before, var after) -> {
                looks.add(1, Attributes.of(OUTCOME, "taken"));
                LOG.infof(
                        "policy %s (%s) instead of %s (%s)",
                        after.version(), shortened(after.hash()), before.version(), shortened(before.hash()));
            }
            case PolicyWatch.Look.Refused(String why) -> {
                looks.add(1, Attributes.of(OUTCOME, "refused"));
                LOG.errorf("%s; policy %s stays", why, watch.edition().version());
            }
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, 12);
    }
}
