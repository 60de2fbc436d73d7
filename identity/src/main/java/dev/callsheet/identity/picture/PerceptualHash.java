package dev.callsheet.identity.picture;

import java.util.Arrays;

/**
 * 64 bits that stay the same when a picture is shrunk, brightened or compressed: the signs of its lowest cosine terms
 * against their median (pHash; Zauner 2010). It tells copies from other pictures, never people from one another.
 */
public final class PerceptualHash {
    private static final int SIDE = 32;
    private static final int KEPT = 8;
    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    public static long of(Picture picture) {
        float[] rgb = AreaAverage.of(picture, SIDE, SIDE);
        double[][] grey = new double[SIDE][SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            grey[i / SIDE][i % SIDE] = 0.299 * rgb[i * 3] + 0.587 * rgb[i * 3 + 1] + 0.114 * rgb[i * 3 + 2];
        }
        double[] terms = new double[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                terms[v * KEPT + u] = term(grey, u, v);
            }
        }
        // The first term is the brightness.
        double[] sorted = Arrays.copyOfRange(terms, 1, terms.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long hash = 0;
        for (int i = 1; i < terms.length; i++) {
            hash |= terms[i] > median ? 1L << i : 0;
        }
        return hash;
    }

    /** How many of the 64 bits differ. */
    public static int apart(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    private static double term(double[][] grey, int u, int v) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            double row = 0;
            for (int x = 0; x < SIDE; x++) {
                row += grey[y][x] * COSINES[u][x];
            }
            sum += row * COSINES[v][y];
        }
        return sum;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[KEPT][SIDE];
        for (int u = 0; u < KEPT; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] = Math.cos(Math.PI * (2 * x + 1) * u / (2.0 * SIDE));
            }
        }
        return cosines;
    }
}
