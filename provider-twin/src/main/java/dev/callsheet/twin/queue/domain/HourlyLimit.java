package dev.callsheet.twin.queue.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many requests an organisation may make in any hour; kept in memory only. Thread-safe. */
public final class HourlyLimit {

    private final int most;
    private final Duration hour;
    private final Map<String, Deque<Instant>> made = new HashMap<>();

    /**
     * A limit.
     *
     * @param most requests in any hour; 0 means no limit
     * @param hour how long the provider's hour lasts on the clock
     */
    public HourlyLimit(int most, Duration hour) {
        this.most = most;
        this.hour = hour;
    }

    /** Counts a request in, or says how long to wait until the next one is allowed. */
    public synchronized Optional<Duration> take(String org, Instant now) {
        if (most <= 0) {
            return Optional.empty();
        }
        var times = made.computeIfAbsent(org, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(hour))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return Optional.of(Duration.between(now, times.getFirst().plus(hour)));
        }
        times.addLast(now);
        return Optional.empty();
    }
}
