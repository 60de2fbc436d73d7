package dev.callsheet.identity.voice;

import java.util.Arrays;

/**
 * One channel of sound.
 *
 * @param samples full scale is -1 to 1; not to be changed
 * @param rate samples a second; everything here measures {@link #RATE}
 */
public record Sound(float[] samples, int rate) {
    /** What is measured: 16 kHz, the rate of speech models. */
    public static final int RATE = 16_000;

    public Sound {
        if (rate != RATE) {
            throw new IllegalArgumentException(rate + " samples a second; only " + RATE + " are measured");
        }
    }

    public double seconds() {
        return (double) samples.length / rate;
    }

    /** A copy of what lies between two samples, the second not included. */
    public Sound part(int from, int to) {
        return new Sound(Arrays.copyOfRange(samples, from, to), rate);
    }
}
