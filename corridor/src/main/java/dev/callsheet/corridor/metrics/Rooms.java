package dev.callsheet.corridor.metrics;

import dev.callsheet.corridor.trace.Room;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.time.Duration;

/** {@code callsheet.room.duration}: how long a request or take was in one of the rooms it goes through. Thread-safe. */
public final class Rooms {
    private static final double NANOS = 1e9;

    private final DoubleHistogram durations;

    public Rooms(Meter meter) {
        this.durations = meter.histogramBuilder("callsheet.room.duration")
                .setUnit("s")
                .setDescription("Time in one room of the corridor, waiting included")
                .setExplicitBucketBoundariesAdvice(Buckets.ROOMS)
                .build();
    }

    /** Notes a stay that has ended, with the current span as its example. Less than nothing is nothing: clocks differ. */
    public void left(Room room, String route, Duration stayed) {
        durations.record(Math.max(0, stayed.toNanos()) / NANOS, labels(room, route));
    }

    /** The same, with an example of its own. @param example a context with the span that shows it */
    public void left(Room room, String route, Duration stayed, Context example) {
        durations.record(Math.max(0, stayed.toNanos()) / NANOS, labels(room, route), example);
    }

    private static Attributes labels(Room room, String route) {
        return Attributes.of(Labels.ROOM, room.word(), Labels.ROUTE, route);
    }
}
