package dev.callsheet.identity.measure;

import java.util.Arrays;

/** Figures of a row of values. */
public final class Series {
    private Series() {}

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Linear between the neighbours (the usual definition, type 7 of Hyndman and Fan 1996). @param sorted ascending */
    public static double quantile(double[] sorted, double share) {
        double at = (sorted.length - 1) * share;
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
    }

    /** Mean of the last fifth less that of the first. */
    static double drift(double[] inTime) {
        int fifth = Math.max(1, inTime.length / 5);
        return mean(Arrays.copyOfRange(inTime, inTime.length - fifth, inTime.length))
                - mean(Arrays.copyOf(inTime, fifth));
    }

    /** Median over all pairs of the growth per second (Theil 1950, Sen 1968); 0 for a single value. */
    static double slope(double[] seconds, double[] values) {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (values[j] - values[i]) / Math.max(1e-6, seconds[j] - seconds[i]);
            }
        }
        Arrays.sort(slopes);
        return n < 2 ? 0 : quantile(slopes, 0.5);
    }

    static double jump(double[] inTime) {
        double most = 0;
        for (int i = 1; i < inTime.length; i++) {
            most = Math.max(most, Math.abs(inTime[i] - inTime[i - 1]));
        }
        return most;
    }
}
