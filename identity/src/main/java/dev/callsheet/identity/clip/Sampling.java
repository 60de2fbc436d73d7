package dev.callsheet.identity.clip;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which frames are looked at: the first, the last, four a second between, and both sides of each cut; never fewer than 16
 * (or all there are) and never more than 64. Around a change from one person to another, twelve a second.
 */
public final class Sampling {
    public static final double PER_SECOND = 4;
    public static final double REFINED_PER_SECOND = 12;
    public static final int FEWEST = 16;
    public static final int MOST = 64;
    /** Seconds before and after a change that are looked at more closely. */
    private static final double AROUND = 0.5;

    private static final int MOST_REFINED = 48;

    private Sampling() {}

    /**
     * Indexes into the frames' times, ascending.
     *
     * @param times seconds, ascending
     * @param cuts indexes of the frames with which a shot begins; the first ones count if there are very many
     */
    public static List<Integer> choose(List<Double> times, List<Integer> cuts) {
        if (times.isEmpty()) {
            return List.of();
        }
        TreeSet<Integer> beside = new TreeSet<>();
        for (int cut : cuts) {
            if (beside.size() < MOST / 2) {
                beside.add(cut - 1);
                beside.add(cut);
            }
        }
        double length = times.getLast() - times.getFirst();
        int wanted = Math.clamp((int) Math.ceil(length * PER_SECOND) + 1, FEWEST, MOST - beside.size());
        if (times.size() <= wanted) {
            return IntStream.range(0, times.size()).boxed().toList();
        }
        TreeSet<Integer> chosen = beside;
        int next = 0;
        for (int i = 0; i < wanted; i++) {
            double at = times.getFirst() + length * i / (wanted - 1);
            next = nearest(times, at, next);
            chosen.add(next);
        }
        return List.copyOf(chosen);
    }

    /**
     * More frames around these moments, without those that were looked at.
     *
     * @param moments seconds
     */
    public static List<Integer> around(List<Double> times, List<Double> moments, Set<Integer> known) {
        TreeSet<Integer> chosen = new TreeSet<>();
        int steps = (int) Math.round(AROUND * REFINED_PER_SECOND);
        for (double moment : moments) {
            for (int step = -steps; step <= steps && chosen.size() < MOST_REFINED; step++) {
                double at = moment + step / REFINED_PER_SECOND;
                if (at >= times.getFirst() && at <= times.getLast()) {
                    int index = nearest(times, at, 0);
                    if (!known.contains(index)) {
                        chosen.add(index);
                    }
                }
            }
        }
        return List.copyOf(chosen);
    }

    private static int nearest(List<Double> times, double at, int from) {
        int next = from;
        while (next < times.size() - 1 && at - times.get(next) > times.get(next + 1) - at) {
            next++;
        }
        return next;
    }
}
