package dev.callsheet.twin.queue.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a job takes on the clock: first until work starts, then the work.
 */
public record Timing(Duration lead, Duration work) {

    private static final double MEDIAN_SECONDS = 240;
    private static final double SHORTER_AT_720P = 0.7;
    private static final double SIGMA = 0.5;
    private static final double SHORTEST_SECONDS = 35;
    private static final double LONGEST_SECONDS = 1800;
    private static final double LEAD_SHARE = 0.08;

    /**
     * Draws a log-normal latency around four minutes of provider time with a tail of half an hour, and divides it by
     * the time factor.
     */
    public static Timing draw(RandomGenerator random, boolean at720p, double timeFactor) {
        double median = at720p ? MEDIAN_SECONDS * SHORTER_AT_720P : MEDIAN_SECONDS;
        double seconds =
                Math.clamp(median * Math.exp(SIGMA * random.nextGaussian()), SHORTEST_SECONDS, LONGEST_SECONDS);
        double millis = seconds * 1000 / timeFactor;
        return new Timing(
                Duration.ofMillis(Math.round(millis * LEAD_SHARE)),
                Duration.ofMillis(Math.round(millis * (1 - LEAD_SHARE))));
    }
}
