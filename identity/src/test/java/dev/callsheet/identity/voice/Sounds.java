package dev.callsheet.identity.voice;

import java.util.Random;

/** Sounds that the tests make, always the same ones. */
final class Sounds {
    /** The first three formants of five vowels in hertz, rounded from Peterson and Barney (1952). */
    private static final double[][] VOWELS = {
        {730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}, {570, 840, 2410}
    };

    private static final double[] BANDWIDTHS = {80, 100, 140};
    private static final double SYLLABLE = 0.24;

    private Sounds() {}

    static Sound silence(double seconds) {
        return new Sound(new float[samples(seconds)], Sound.RATE);
    }

    /** A sine wave at half of full scale. */
    static Sound tone(double hertz, double seconds) {
        float[] samples = new float[samples(seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / Sound.RATE));
        }
        return new Sound(samples, Sound.RATE);
    }

    /** White noise up to a fifth of full scale. */
    static Sound noise(double seconds) {
        Random random = new Random(5);
        float[] samples = new float[samples(seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * random.nextDouble() - 0.2);
        }
        return new Sound(samples, Sound.RATE);
    }

    /**
     * A voice: pulses of a glottis through the resonances of a mouth, vowel after vowel with breath between, its pitch
     * moving by a semitone around this one. {@code mouth} scales the resonances: 1 is a man's, 1.17 a woman's.
     */
    static Sound voice(double hertz, double mouth, double seconds) {
        Random random = new Random(7);
        float[] samples = new float[samples(seconds)];
        double[][] memory = new double[BANDWIDTHS.length][2];
        double phase = 0;
        double flow = 0;
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / Sound.RATE;
            double inSyllable = time % SYLLABLE / SYLLABLE;
            double[] vowel = VOWELS[(int) (time / SYLLABLE) * 3 % VOWELS.length];
            phase += hertz * Math.pow(2, Math.sin(2 * Math.PI * 0.7 * time) / 12) / Sound.RATE;
            double open = phase % 1 / 0.6;
            double next = open < 1 ? open * open * (1 - open) : 0;
            double loud = Math.pow(Math.sin(Math.PI * Math.min(1, inSyllable / 0.8)), 0.5);
            double value = (next - flow) * loud * 20 + 0.01 * random.nextGaussian();
            flow = next;
            for (int f = 0; f < BANDWIDTHS.length; f++) {
                value = resonance(value, vowel[f] * mouth, BANDWIDTHS[f], memory[f]);
            }
            samples[i] = (float) value;
        }
        return loudest(samples, 0.6f);
    }

    /** The sound so much louder, cut off at full scale. */
    static Sound overdriven(Sound sound, double times) {
        float[] samples = new float[sound.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.clamp((float) (sound.samples()[i] * times), -1f, 1f);
        }
        return new Sound(samples, Sound.RATE);
    }

    static Sound joined(Sound... sounds) {
        int length = 0;
        for (Sound sound : sounds) {
            length += sound.samples().length;
        }
        float[] samples = new float[length];
        int at = 0;
        for (Sound sound : sounds) {
            System.arraycopy(sound.samples(), 0, samples, at, sound.samples().length);
            at += sound.samples().length;
        }
        return new Sound(samples, Sound.RATE);
    }

    /** A resonator of two poles (Klatt 1980). */
    private static double resonance(double value, double hertz, double bandwidth, double[] memory) {
        double c = -Math.exp(-2 * Math.PI * bandwidth / Sound.RATE);
        double b = 2 * Math.exp(-Math.PI * bandwidth / Sound.RATE) * Math.cos(2 * Math.PI * hertz / Sound.RATE);
        double out = (1 - b - c) * value + b * memory[0] + c * memory[1];
        memory[1] = memory[0];
        memory[0] = out;
        return out;
    }

    private static Sound loudest(float[] samples, float peak) {
        float found = 0;
        for (float sample : samples) {
            found = Math.max(found, Math.abs(sample));
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= peak / found;
        }
        return new Sound(samples, Sound.RATE);
    }

    private static int samples(double seconds) {
        return (int) Math.round(seconds * Sound.RATE);
    }
}
