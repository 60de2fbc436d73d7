package dev.callsheet.render.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long renders took, by model, resolution and length of the clip; where too few were measured, by less.
 *
 * @param measured the newest of each kind
 * @param otherwise as long as nothing was measured
 */
public record Durations(Map<Kind, Spread> measured, Spread otherwise) {
    /** Fewer say nothing about the 95th of a hundred. */
    private static final int ENOUGH = 20;

    public Durations {
        measured = Map.copyOf(measured);
    }

    /** @param resolution null for any @param seconds null for any */
    public record Kind(
            String model,
            @Nullable String resolution,
            @Nullable Integer seconds) {}

    /**
     * Quantiles of the time from submit to the end of the render.
     *
     * @param samples how many were measured
     */
    public record Spread(long samples, Duration half, Duration p95, Duration p99, Duration mean) {}

    /** What is known of such renders. @param length null for any */
    public Spread of(String model, @Nullable Length length) {
        List<Kind> kinds = length == null
                ? List.of(new Kind(model, null, null))
                : List.of(
                        new Kind(model, length.resolution(), length.seconds()),
                        new Kind(model, length.resolution(), null),
                        new Kind(model, null, null));
        for (Kind kind : kinds) {
            Spread spread = measured.get(kind);
            if (spread != null && spread.samples() >= ENOUGH) {
                return spread;
            }
        }
        return otherwise;
    }
}
