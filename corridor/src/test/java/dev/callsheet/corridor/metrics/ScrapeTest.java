package dev.callsheet.corridor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.corridor.trace.Room;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScrapeTest {
    private final PrometheusMetricReader reader = new PrometheusMetricReader(_ -> false);
    private final SdkMeterProvider provider = SdkMeterProvider.builder()
            .registerMetricReader(reader)
            .registerView(
                    InstrumentSelector.builder().setName("served").build(),
                    View.builder().setAttributeFilter(Set.of("method")).build())
            .build();

    @Test
    void aStayInARoomHasItsRequestsTraceAsAnExample() throws IOException {
        var request = new RequestId(UUID.fromString("0af76519-16cd-53dd-8448-eb211c80319c"));
        var example = RequestTrace.within(RequestTrace.of(request).root());

        new Rooms(provider.get("callsheet")).left(Room.QUEUE, "i2v", Duration.ofMillis(1500), example);

        assertThat(scraped().lines().filter(line -> line.contains("_bucket") && line.contains("# {")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("callsheet_room_duration_seconds_bucket")
                        .contains("room=\"queue\"", "route=\"i2v\"", "le=\"2.5\"")
                        .contains("trace_id=\"0af7651916cd53dd8448eb211c80319c\""));
    }

    @Test
    void anExampleTellsNothingThatItsLabelsLeaveOut() throws IOException {
        var request = new RequestId(UUID.fromString("0af76519-16cd-53dd-8448-eb211c80319c"));
        var labels = Attributes.of(
                AttributeKey.stringKey("method"), "GET", AttributeKey.stringKey("path"), "/v1/requests/secret");

        provider.get("callsheet")
                .histogramBuilder("served")
                .build()
                .record(
                        0.2,
                        labels,
                        RequestTrace.within(RequestTrace.of(request).root()));

        assertThat(scraped())
                .contains("method=\"GET\"", "trace_id=", "span_id=")
                .doesNotContain("/v1/requests/secret");
    }

    private String scraped() throws IOException {
        var body = new ByteArrayOutputStream();
        new OpenMetricsTextFormatWriter(false, true).write(body, PlainExemplars.of(reader.collect()));
        return body.toString(StandardCharsets.UTF_8);
    }
}
