package dev.callsheet.corridor.metrics;

import java.util.List;

/** Upper bounds of the histograms' buckets, in seconds. */
public final class Buckets {
    /** Of calls to a provider or a store: milliseconds to the longest timeout. */
    public static final List<Double> CALLS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 60.0, 300.0);

    /** Of what a request waits for: from a decision to a queue of hours, finest about a render's four minutes. */
    public static final List<Double> ROOMS = List.of(
            0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 180.0, 240.0, 300.0, 420.0,
            600.0, 900.0, 1800.0, 3600.0, 7200.0, 14400.0, 43200.0);

    private Buckets() {}
}
