package dev.callsheet.identity.voice;

import java.util.OptionalDouble;

/**
 * The fundamental frequency of a piece of sound by the YIN method (A. de Cheveigne and H. Kawahara, "YIN, a fundamental
 * frequency estimator for speech and music", J. Acoust. Soc. Am. 111(4), 2002): the difference function (eq. 6), divided
 * by its mean so far (eq. 8), the first dip under an absolute threshold, parabolic interpolation. Not thread-safe.
 */
final class Yin {
    static final double LOWEST_HERTZ = 60;
    static final double HIGHEST_HERTZ = 500;
    /** Samples compared at each lag: 32 ms, two periods of the lowest voice. */
    private static final int COMPARED = 512;
    /** Share of the power that is not periodic; above it there is no voice. */
    private static final double APERIODIC = 0.15;

    private static final int SHORTEST_LAG = (int) Math.floor(Sound.RATE / HIGHEST_HERTZ);
    private static final int LONGEST_LAG = (int) Math.ceil(Sound.RATE / LOWEST_HERTZ);
    /** Samples that one estimate needs. */
    static final int NEEDED = COMPARED + LONGEST_LAG + 1;

    private final double[] difference = new double[LONGEST_LAG + 2];

    /** Hertz of the {@link #NEEDED} samples from here, or nothing where they are not voiced. */
    OptionalDouble hertz(float[] samples, int from) {
        normalisedDifference(samples, from);
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            if (difference[lag] < APERIODIC) {
                while (lag < LONGEST_LAG && difference[lag + 1] < difference[lag]) {
                    lag++;
                }
                double hertz = Sound.RATE / (lag + vertex(difference[lag - 1], difference[lag], difference[lag + 1]));
                return hertz < LOWEST_HERTZ || hertz > HIGHEST_HERTZ
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(hertz);
            }
        }
        return OptionalDouble.empty();
    }

    private void normalisedDifference(float[] samples, int from) {
        double sum = 0;
        difference[0] = 1;
        for (int lag = 1; lag < difference.length; lag++) {
            float d = 0;
            for (int i = from; i < from + COMPARED; i++) {
                float delta = samples[i] - samples[i + lag];
                d += delta * delta;
            }
            sum += d;
            // Silence has no period.
            difference[lag] = sum == 0 ? 1 : d * lag / sum;
        }
    }

    /** Where the parabola through three neighbours has its lowest point, relative to the middle one. */
    private static double vertex(double before, double at, double after) {
        double bend = before - 2 * at + after;
        return bend <= 0 ? 0 : Math.clamp((before - after) / (2 * bend), -1, 1);
    }
}
