package dev.callsheet.identity.clip;

import java.util.List;
import java.util.TreeSet;

/**
 * Which frames are looked at: the first, the last, and four a second between; never fewer than 16 (or all there are)
 * and never more than 64, evenly spread.
 */
public final class Sampling {
    public static final double PER_SECOND = 4;
    public static final int FEWEST = 16;
    public static final int MOST = 64;

    private Sampling() {}

    /** Indexes into the frames' times (seconds, ascending), ascending. */
    public static List<Integer> choose(List<Double> times) {
        if (times.isEmpty()) {
            return List.of();
        }
        double length = times.getLast() - times.getFirst();
        int wanted = Math.clamp((int) Math.ceil(length * PER_SECOND) + 1, FEWEST, MOST);
        if (times.size() <= wanted) {
            return List.copyOf(indexes(times.size()));
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        int next = 0;
        for (int i = 0; i < wanted; i++) {
            double at = times.getFirst() + length * i / (wanted - 1);
            while (next < times.size() - 1 && at - times.get(next) > times.get(next + 1) - at) {
                next++;
            }
            chosen.add(next);
        }
        return List.copyOf(chosen);
    }

    private static List<Integer> indexes(int size) {
        return java.util.stream.IntStream.range(0, size).boxed().toList();
    }
}
