package dev.callsheet.corridor.metrics;

import dev.callsheet.contracts.Topics;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;

/**
 * What the Kafka clients of this process know of themselves, few numbers of the hundreds that they keep. Clients of the
 * channels make themselves known; others by {@link #watch}. A topic of a tenant is told without the tenant. Thread-safe.
 */
@Singleton
@Startup
public class KafkaClients {
    private static final double MILLIS = 1000.0;
    /** The end of a group that a process has for itself: a new one with each start. */
    private static final Pattern OWN_GROUP = Pattern.compile("-[0-9a-f]{8}-[0-9a-f-]{27}$");

    private final Collection<Reader> readers = new CopyOnWriteArrayList<>();
    private final Collection<Producer<?, ?>> writers = new CopyOnWriteArrayList<>();

    private record Reader(String group, Consumer<?, ?> consumer) {
        Stream<Metric> all(String name) {
            return KafkaClients.all(consumer.metrics().values(), name);
        }
    }

    KafkaClients(OpenTelemetry telemetry) {
        Meter meter = Labels.meter(telemetry);
        meter.gaugeBuilder("callsheet.kafka.lag")
                .ofLongs()
                .setUnit("{record}")
                .setDescription("Records that the partitions held here have and that were not fetched yet")
                .buildWithCallback(gauge -> lags().forEach((labels, lag) -> gauge.record(lag, labels)));
        meter.gaugeBuilder("callsheet.kafka.last_poll")
                .setUnit("s")
                .setDescription("Since a consumer asked for records the last time")
                .buildWithCallback(gauge -> each("last-poll-seconds-ago", Math::max)
                        .forEach((group, seconds) -> gauge.record(seconds, group)));
        meter.counterBuilder("callsheet.kafka.rebalances")
                .setUnit("{rebalance}")
                .setDescription("How often a group has shared out its partitions anew")
                .buildWithCallback(counter -> each("rebalance-total", Double::sum)
                        .forEach((group, value) -> counter.record(value.longValue(), group)));
        meter.counterBuilder("callsheet.kafka.send_errors")
                .setUnit("{record}")
                .setDescription("Records that no broker took")
                .buildWithCallback(counter -> counter.record(
                        (long) sent("record-error-total").mapToDouble(v -> v).sum()));
        meter.gaugeBuilder("callsheet.kafka.send_latency")
                .setUnit("s")
                .setDescription("Mean time of a producer's requests in its last half minute")
                .buildWithCallback(gauge -> sent("request-latency-avg")
                        .max(Double::compare)
                        .ifPresent(millis -> gauge.record(millis / MILLIS)));
    }

    /** Told by the connector of the channels, and by those who make a consumer of their own, on its thread. */
    public void watch(@Observes Consumer<?, ?> consumer) {
        readers.removeIf(known -> known.consumer().metrics().isEmpty());
        readers.add(new Reader(group(consumer), consumer));
    }

    /** The same for a producer. */
    public void watch(@Observes Producer<?, ?> producer) {
        writers.removeIf(known -> known.metrics().isEmpty());
        writers.add(producer);
    }

    private static String group(Consumer<?, ?> consumer) {
        try {
            return OWN_GROUP.matcher(consumer.groupMetadata().groupId()).replaceFirst("");
        } catch (KafkaException | java.util.ConcurrentModificationException _) {
            return "none";
        }
    }

    private Map<Attributes, Long> lags() {
        return readers.stream()
                .flatMap(reader -> reader.all("records-lag")
                        .filter(metric -> metric.metricName().tags().containsKey("partition"))
                        // Kafka tells each twice, once with underscores for the dots (KIP-1109).
                        .filter(metric -> metric.metricName()
                                .tags()
                                .getOrDefault("topic", "")
                                .contains("."))
                        .map(metric -> Map.entry(
                                Attributes.of(Labels.GROUP, reader.group(), Labels.TOPIC, topic(metric)),
                                value(metric).orElse(0.0).longValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private static String topic(Metric metric) {
        return Topics.withoutTenant(metric.metricName().tags().getOrDefault("topic", ""));
    }

    private Map<Attributes, Double> each(String name, java.util.function.BinaryOperator<Double> both) {
        Function<Reader, Stream<Map.Entry<Attributes, Double>>> values = reader -> reader.all(name)
                .flatMap(metric -> value(metric).stream())
                .map(value -> Map.entry(Attributes.of(Labels.GROUP, reader.group()), value));
        return readers.stream().flatMap(values).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, both));
    }

    private Stream<Double> sent(String name) {
        return List.copyOf(writers).stream()
                .flatMap(writer -> all(writer.metrics().values(), name))
                // Per node and per topic too: those name servers and tenants.
                .filter(metric -> metric.metricName().tags().keySet().equals(java.util.Set.of("client-id")))
                .flatMap(metric -> value(metric).stream());
    }

    private static Stream<Metric> all(Collection<? extends Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .map(metric -> metric);
    }

    private static Optional<Double> value(Metric metric) {
        return metric.metricValue() instanceof Double value && Double.isFinite(value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
