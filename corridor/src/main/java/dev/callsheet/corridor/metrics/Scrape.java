package dev.callsheet.corridor.metrics;

import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code GET /q/metrics}: everything that the service's OpenTelemetry meters hold, in Prometheus' text or OpenMetrics format
 * as asked for; OpenMetrics has exemplars. Nobody is asked for a key, so where strangers reach the service's own port the
 * metrics have one of theirs ({@code callsheet.metrics.port}). Empty while {@code quarkus.otel.sdk.disabled} is true.
 */
@Singleton
public class Scrape implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    private static final String PATH = "/q/metrics";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final PrometheusMetricReader reader = new PrometheusMetricReader(_ -> false);
    private final Optional<Integer> port;
    private final String host;

    Scrape(
            @ConfigProperty(name = "callsheet.metrics.port") Optional<Integer> port,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.port = port;
        this.host = host;
        registry.register(reader);
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addMeterProviderCustomizer((provider, _) -> provider.registerMetricReader(reader));
    }

    void open(@Observes Router router, Vertx vertx) {
        if (port.isEmpty()) {
            stand(router);
            return;
        }
        Router own = Router.router(vertx);
        stand(own);
        vertx.createHttpServer()
                .requestHandler(own)
                .listen(port.get(), host)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void stand(Router router) {
        // Gauges ask tables, so not on the event loop.
        router.get(PATH).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext exchange) {
        ExpositionFormatWriter writer = formats.findWriter(exchange.request().getHeader("Accept"));
        var body = new ByteArrayOutputStream(1 << 16);
        try {
            writer.write(body, now());
        } catch (IOException e) {
            exchange.fail(e);
            return;
        }
        exchange.response().putHeader("Content-Type", writer.getContentType()).end(Buffer.buffer(body.toByteArray()));
    }

    /** What is told at this moment. */
    MetricSnapshots now() {
        return PlainExemplars.of(registry.scrape());
    }
}
