package dev.callsheet.simulate.figures;

import java.util.Arrays;

/** Measured seconds, all of them kept. Not thread-safe. */
public final class Sample {
    private double[] values = new double[1024];
    private int count;
    private boolean sorted;
    private double sum;

    public void add(double seconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = seconds;
        sum += seconds;
        sorted = false;
    }

    public int count() {
        return count;
    }

    /** 0 of nothing. */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** The smallest value that so many of all do not exceed; 0 of nothing. @param share from 0 to 1 */
    public double quantile(double share) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
        return values[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)];
    }
}
