package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Outcome;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import dev.callsheet.requestapi.outbound.webhook.Standing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is measured of webhooks. */
@Startup
@ApplicationScoped
class WebhookMetrics {
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");

    private final LongCounter deliveries;
    private volatile Standing.Count count = new Standing.Count(Map.of(), Duration.ZERO);

    WebhookMetrics(OpenTelemetry openTelemetry) {
        Meter meter = openTelemetry.getMeter("callsheet");
        deliveries = meter.counterBuilder("callsheet.webhook.deliveries")
                .setDescription("Attempts to deliver, by outcome (delivered, retry, given_up, disabled)")
                .build();
        // A line that begins with its first event would not show it as a rise.
        List.of("delivered", "retry", "given_up", "disabled")
                .forEach(outcome -> deliveries.add(0, Attributes.of(OUTCOME, outcome)));
        meter.gaugeBuilder("callsheet.webhook.oldest")
                .setUnit("s")
                .setDescription("How long the delivery waits that has been due the longest, at active endpoints")
                .buildWithCallback(gauge -> gauge.record(count.oldest().toMillis() / 1000.0));
        meter.gaugeBuilder("callsheet.webhook.endpoints")
                .ofLongs()
                .setDescription("Endpoints, by state (active, paused, disabled)")
                .buildWithCallback(gauge -> {
                    for (WebhookState state : WebhookState.values()) {
                        gauge.record(count.endpoints().getOrDefault(state, 0L), Attributes.of(STATE, state.label()));
                    }
                });
    }

    void attempted(Outcome outcome) {
        String label = switch (outcome) {
            case Outcome.Delivered _ -> "delivered";
            case Outcome.Again _ -> "retry";
            case Outcome.GivenUp _ -> "given_up";
            case Outcome.Disable _ -> "disabled";
        };
        deliveries.add(1, Attributes.of(OUTCOME, label));
    }

    void counted(Standing.Count now) {
        count = now;
    }
}
