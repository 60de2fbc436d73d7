package dev.callsheet.twin.queue.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a job takes on the clock: first until work starts, then the work.
 */
public record Timing(Duration lead, Duration work) {

    private static final double LEAD_SHARE = 0.08;

    /** Draws a job's time and divides it by the time factor. */
    public static Timing draw(RandomGenerator random, Latency latency, boolean at720p, double timeFactor) {
        double median = latency.median().toMillis() * (at720p ? latency.shareAt720p() : 1);
        double drawn = median * Math.exp(latency.sigma() * random.nextGaussian());
        double millis = Math.min(
                        Math.max(drawn, latency.shortest().toMillis()),
                        latency.longest().toMillis())
                / timeFactor;
        return new Timing(
                Duration.ofMillis(Math.round(millis * LEAD_SHARE)),
                Duration.ofMillis(Math.round(millis * (1 - LEAD_SHARE))));
    }
}
