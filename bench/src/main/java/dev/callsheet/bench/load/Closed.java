package dev.callsheet.bench.load;

import org.HdrHistogram.Histogram;

/** What a closed loop saw: as many in flight as it has connections, never more. */
public record Closed(double perSecond, double cpuMicros, double p50Millis, double p99Millis) {
    public static final long LONGEST_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;

    /** @param cpuMicros processor time of the whole counted part, in microseconds */
    public static Closed of(long answers, long nanos, long cpuMicros, Histogram histogram) {
        return new Closed(
                answers * 1e9 / nanos,
                (double) cpuMicros / Math.max(1, answers),
                histogram.getValueAtPercentile(50) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }
}
