package dev.callsheet.corridor.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;

/** How long calls to something outside of the process took, and what came of them. Thread-safe. */
public final class Calls {
    /** For those who measure nothing. */
    public static final Calls UNMEASURED = ofStore(MeterProvider.noop().get("callsheet"));

    /** It did what it was asked. */
    public static final String OK = "ok";
    /** It answered that there is no such thing. */
    public static final String ABSENT = "absent";
    /** It answered no (4xx). */
    public static final String REFUSED = "refused";
    /** It could not, or answered what nobody understands (5xx). */
    public static final String FAILED = "failed";
    /** No answer came. */
    public static final String AWAY = "away";

    private static final double NANOS = 1e9;

    private final DoubleHistogram durations;
    private final Attributes whose;

    private Calls(Meter meter, String name, String description, Attributes whose) {
        this.durations = meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(Buckets.CALLS)
                .build();
        this.whose = whose;
    }

    /** Calls to the object store ({@code callsheet.store.duration}). */
    public static Calls ofStore(Meter meter) {
        return new Calls(meter, "callsheet.store.duration", "Calls to the object store", Attributes.empty());
    }

    /** Calls to a provider ({@code callsheet.provider.duration}). */
    public static Calls ofProvider(Meter meter, String provider) {
        return new Calls(
                meter, "callsheet.provider.duration", "Calls to a provider", Attributes.of(Labels.PROVIDER, provider));
    }

    /** The outcome of an HTTP answer. */
    public static String outcome(int status) {
        return status >= 500 ? FAILED : status >= 400 ? REFUSED : OK;
    }

    /** Notes a call that is over. @param began by {@link System#nanoTime} */
    public void ended(String operation, String outcome, long began) {
        durations.record(
                (System.nanoTime() - began) / NANOS,
                whose.toBuilder()
                        .put(Labels.OPERATION, operation)
                        .put(Labels.OUTCOME, outcome)
                        .build());
    }
}
