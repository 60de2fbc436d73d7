package dev.callsheet.chaos.machine;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was done to which process, as {@code worker killed}; thread-safe. */
public final class Tally {
    /** A process died at once, by whosever hand. */
    static final String KILLED = "killed";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String part, String what) {
        counts.computeIfAbsent(part + " " + what, _ -> new LongAdder()).increment();
    }

    /** Processes that died without warning. */
    public long kills() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().contains(KILLED))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /** Everything that was counted. */
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }
}
