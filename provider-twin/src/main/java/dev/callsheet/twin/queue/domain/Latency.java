package dev.callsheet.twin.queue.domain;

import java.time.Duration;

/**
 * How the time of jobs is spread, in provider time: log-normal, cut at both ends.
 *
 * @param sigma standard deviation of the logarithm
 * @param shareAt720p how much of the median a job at 720P takes
 */
public record Latency(Duration median, double sigma, Duration shortest, Duration longest, double shareAt720p) {

    /** Four minutes, with a tail of half an hour: recorded runs took 35 s to 10 min, one client reports 30 min. */
    public static final Latency USUAL =
            new Latency(Duration.ofMinutes(4), 0.5, Duration.ofSeconds(35), Duration.ofMinutes(30), 0.7);
}
