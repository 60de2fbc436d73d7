package dev.callsheet.corridor.metrics;

import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An exemplar names its trace and its span, and nothing else. What a view has left out of the labels (paths, user agents)
 * comes back with OpenTelemetry's exemplars: too long for Prometheus, which takes 128 characters, and nobody's business.
 */
final class PlainExemplars {
    private PlainExemplars() {}

    static MetricSnapshots of(MetricSnapshots all) {
        return new MetricSnapshots(all.stream().map(PlainExemplars::of).toList());
    }

    private static MetricSnapshot of(MetricSnapshot one) {
        return one instanceof HistogramSnapshot histogram ? of(histogram) : one;
    }

    private static HistogramSnapshot of(HistogramSnapshot histogram) {
        List<HistogramDataPointSnapshot> points =
                histogram.getDataPoints().stream().map(PlainExemplars::of).toList();
        return new HistogramSnapshot(histogram.isGaugeHistogram(), histogram.getMetadata(), points);
    }

    private static HistogramDataPointSnapshot of(HistogramDataPointSnapshot point) {
        return new HistogramDataPointSnapshot(
                point.getClassicBuckets(),
                point.getNativeSchema(),
                point.getNativeZeroCount(),
                point.getNativeZeroThreshold(),
                point.getNativeBucketsForPositiveValues(),
                point.getNativeBucketsForNegativeValues(),
                point.getSum(),
                point.getLabels(),
                Exemplars.of(StreamSupport.stream(point.getExemplars().spliterator(), false)
                        .map(PlainExemplars::of)
                        .toList()),
                point.getCreatedTimestampMillis(),
                point.getScrapeTimestampMillis());
    }

    private static Exemplar of(Exemplar exemplar) {
        Labels known = exemplar.getLabels();
        String trace = known.get(Exemplar.TRACE_ID);
        String span = known.get(Exemplar.SPAN_ID);
        Labels kept = trace == null || span == null
                ? Labels.EMPTY
                : Labels.of(Exemplar.TRACE_ID, trace, Exemplar.SPAN_ID, span);
        return new Exemplar(exemplar.getValue(), kept, exemplar.getTimestampMillis());
    }
}
