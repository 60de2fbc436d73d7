package dev.callsheet.corridor.metrics;

import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * {@code GET /q/metrics}: everything that the service's OpenTelemetry meters hold, in Prometheus' text or OpenMetrics format
 * as asked for; OpenMetrics has exemplars. Empty while {@code quarkus.otel.sdk.disabled} is true.
 */
@Singleton
public class Scrape implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final PrometheusMetricReader reader = new PrometheusMetricReader(_ -> false);

    Scrape() {
        registry.register(reader);
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addMeterProviderCustomizer((provider, _) -> provider.registerMetricReader(reader));
    }

    void open(@Observes Router router) {
        // Gauges ask tables, so not on the event loop.
        router.get("/q/metrics").blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext exchange) {
        var writer = formats.findWriter(exchange.request().getHeader("Accept"));
        var body = new ByteArrayOutputStream(1 << 16);
        try {
            writer.write(body, registry.scrape());
        } catch (IOException e) {
            exchange.fail(e);
            return;
        }
        exchange.response().putHeader("Content-Type", writer.getContentType()).end(Buffer.buffer(body.toByteArray()));
    }
}
