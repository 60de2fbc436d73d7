package dev.callsheet.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** A figure over the rounds. */
public record Spread(double median, double min, double max, List<Double> values) {
    private static final MathContext FIGURES = new MathContext(4);

    /** @param values one for each round, at least one */
    public static Spread of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(
                rounded(median),
                rounded(sorted[0]),
                rounded(sorted[sorted.length - 1]),
                values.stream().map(Spread::rounded).toList());
    }

    /** As {@code 1.02 [0.98-1.10]}. */
    public String text() {
        return number(median) + " [" + number(min) + "-" + number(max) + "]";
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1_000) {
            return "%,.0f".formatted(value);
        }
        return size >= 100 ? "%.0f".formatted(value) : size >= 10 ? "%.1f".formatted(value) : "%.2f".formatted(value);
    }

    /** Four significant figures: more would pretend. */
    private static double rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        return new BigDecimal(value).round(FIGURES).doubleValue();
    }
}
