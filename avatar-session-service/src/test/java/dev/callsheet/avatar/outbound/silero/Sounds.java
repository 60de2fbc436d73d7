package dev.callsheet.avatar.outbound.silero;

import java.util.Random;

/** Sounds at 16 kHz that the tests make, always the same ones. */
final class Sounds {
    static final int RATE = 16_000;
    /** The first three formants of five vowels in hertz, rounded from Peterson and Barney (1952). */
    private static final double[][] VOWELS = {
        {730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}, {570, 840, 2410}
    };

    private static final double[] WIDTHS = {80, 100, 140};
    private static final double SYLLABLE = 0.24;

    private Sounds() {}

    static float[] silence(double seconds) {
        return new float[(int) (seconds * RATE)];
    }

    static float[] noise(double seconds) {
        var random = new Random(5);
        float[] sound = silence(seconds);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (0.1 * random.nextGaussian());
        }
        return sound;
    }

    /** Three struck strings at a time, in a new chord every half second. */
    static float[] music(double seconds) {
        double[][] chords = {{262, 330, 392}, {220, 262, 330}, {175, 220, 262}, {196, 247, 294}};
        float[] sound = silence(seconds);
        for (int i = 0; i < sound.length; i++) {
            double time = (double) i / RATE;
            double since = time % 0.5;
            for (double hertz : chords[(int) (time * 2) % chords.length]) {
                for (int harmonic = 1; harmonic <= 6; harmonic++) {
                    sound[i] += (float) (0.12
                            * Math.exp(-since * 3 * harmonic)
                            / harmonic
                            * Math.sin(2 * Math.PI * hertz * harmonic * time));
                }
            }
        }
        return sound;
    }

    /** Pulses of a glottis through the resonances of a mouth, vowel after vowel; so many hertz. */
    static float[] voice(double hertz, double seconds) {
        var random = new Random(7);
        float[] sound = silence(seconds);
        double[][] memory = new double[WIDTHS.length][2];
        double phase = 0;
        double flow = 0;
        for (int i = 0; i < sound.length; i++) {
            double time = (double) i / RATE;
            double[] vowel = VOWELS[(int) (time / SYLLABLE) * 3 % VOWELS.length];
            phase += hertz * Math.pow(2, Math.sin(2 * Math.PI * 0.7 * time) / 12) / RATE;
            double open = phase % 1 / 0.6;
            double next = open < 1 ? open * open * (1 - open) : 0;
            double loud = Math.sqrt(Math.sin(Math.PI * Math.min(1, time % SYLLABLE / SYLLABLE / 0.8)));
            double value = (next - flow) * loud * 20 + 0.01 * random.nextGaussian();
            flow = next;
            for (int f = 0; f < WIDTHS.length; f++) {
                value = resonance(value, vowel[f], WIDTHS[f], memory[f]);
            }
            sound[i] = (float) value;
        }
        return loudest(sound, 0.5f);
    }

    static float[] joined(float[]... sounds) {
        int length = 0;
        for (float[] sound : sounds) {
            length += sound.length;
        }
        float[] joined = new float[length];
        int at = 0;
        for (float[] sound : sounds) {
            System.arraycopy(sound, 0, joined, at, sound.length);
            at += sound.length;
        }
        return joined;
    }

    private static float[] loudest(float[] sound, float peak) {
        float found = 0;
        for (float sample : sound) {
            found = Math.max(found, Math.abs(sample));
        }
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= peak / found;
        }
        return sound;
    }

    /** A resonator of two poles (Klatt 1980). */
    private static double resonance(double value, double hertz, double width, double[] memory) {
        double c = -Math.exp(-2 * Math.PI * width / RATE);
        double b = 2 * Math.exp(-Math.PI * width / RATE) * Math.cos(2 * Math.PI * hertz / RATE);
        double out = (1 - b - c) * value + b * memory[0] + c * memory[1];
        memory[1] = memory[0];
        memory[0] = out;
        return out;
    }
}
