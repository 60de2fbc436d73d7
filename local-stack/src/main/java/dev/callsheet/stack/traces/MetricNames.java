package dev.callsheet.stack.traces;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Which metrics the services export, by name and labels; the values are left to a real collector. Thread-safe.
 *
 * @see TraceReceiver
 */
final class MetricNames {
    private final Map<String, NavigableSet<String>> labels = new ConcurrentSkipListMap<>();

    /** @param export an {@code ExportMetricsServiceRequest} */
    void add(byte[] export) throws InvalidProtocolBufferException {
        ExportMetricsServiceRequest.parseFrom(export).getResourceMetricsList().stream()
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .forEach(metric -> labels.computeIfAbsent(metric.getName(), _ -> new ConcurrentSkipListSet<>())
                        .addAll(labels(metric)));
    }

    /** Name to the names of its labels, as the services say them (with dots). */
    Map<String, NavigableSet<String>> all() {
        var all = new java.util.TreeMap<String, NavigableSet<String>>();
        labels.forEach((name, found) -> all.put(name, new TreeSet<>(found)));
        return all;
    }

    private static List<String> labels(Metric metric) {
        Stream<List<KeyValue>> points = Stream.of(
                        metric.getSum().getDataPointsList().stream().map(p -> p.getAttributesList()),
                        metric.getGauge().getDataPointsList().stream().map(p -> p.getAttributesList()),
                        metric.getHistogram().getDataPointsList().stream().map(p -> p.getAttributesList()))
                .flatMap(each -> each);
        return points.flatMap(List::stream).map(KeyValue::getKey).distinct().toList();
    }
}
