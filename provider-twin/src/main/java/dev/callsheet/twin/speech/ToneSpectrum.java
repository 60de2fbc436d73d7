package dev.callsheet.twin.speech;

import java.util.EnumMap;
import java.util.Map;

/** How strongly each of the {@link Tones} sounds in a window: Goertzel's algorithm (1958) under a Hann window. */
final class ToneSpectrum {
    private final double[] hann;
    private final float[] piece;
    private final int rate;
    private final Map<Row, double[]> powers = new EnumMap<>(Row.class);

    /** @param window samples looked at @param rate samples in a second */
    ToneSpectrum(int window, int rate) {
        this.rate = rate;
        piece = new float[window];
        hann = new double[window];
        for (int n = 0; n < window; n++) {
            hann[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / (window - 1));
        }
        for (Row row : Row.values()) {
            powers.put(row, new double[row.hertz.length]);
        }
    }

    /** Tones of which one sounds at a time. */
    enum Row {
        TURNS(Tones.TURNS),
        LOW(Tones.LOW),
        HIGH(Tones.HIGH);

        private final double[] hertz;

        Row(double[] hertz) {
            this.hertz = hertz;
        }
    }

    /** The strongest of a row. @param lead how many times stronger than the next */
    record Strongest(int index, double power, double lead) {}

    void look(float[] samples, int from) {
        for (int n = 0; n < piece.length; n++) {
            piece[n] = (float) (samples[from + n] * hann[n]);
        }
        powers.forEach((row, power) -> {
            for (int i = 0; i < power.length; i++) {
                power[i] = goertzel(row.hertz[i]);
            }
        });
    }

    Strongest strongest(Row row) {
        double[] power = powers.get(row);
        int best = 0;
        double second = 0;
        for (int i = 1; i < power.length; i++) {
            if (power[i] > power[best]) {
                second = power[best];
                best = i;
            } else {
                second = Math.max(second, power[i]);
            }
        }
        return new Strongest(best, power[best], power[best] / Math.max(second, Double.MIN_NORMAL));
    }

    private double goertzel(double hertz) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double one = 0;
        double two = 0;
        for (float sample : piece) {
            double next = sample + turn * one - two;
            two = one;
            one = next;
        }
        return one * one + two * two - turn * one * two;
    }
}
