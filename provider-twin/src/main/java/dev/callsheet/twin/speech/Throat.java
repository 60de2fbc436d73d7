package dev.callsheet.twin.speech;

import java.util.Arrays;
import java.util.Optional;

/** Makes the sound of one text, letter after letter. Not thread-safe. */
final class Throat {
    private static final int PERIOD = 512;
    private static final float[] SINE = sine();
    /** Harmonics end here, below the tones (Hz). */
    private static final double TOP = 3600;

    private static final double VOWEL_LOUD = 0.62;
    private static final double CONSONANT_LOUD = 0.3;
    private static final double SPACE_LOUD = 0.08;
    private static final double TONE_LOUD = 0.05;
    private static final double RISE_SECONDS = 0.006;

    private final double pitch;
    private final int rate;
    private byte[] pcm = new byte[1 << 16];
    private int length;
    private Vowel vowel = Vowel.OTHER;
    private double loud;
    private double turn;
    private int letters;

    /** @param pitch Hz @param rate samples in a second */
    Throat(double pitch, int rate) {
        this.pitch = pitch;
        this.rate = rate;
    }

    /**
     * One letter, or a part of one.
     *
     * @param next the vowel that it sounds as, empty for a consonant or a space
     * @param melody how much higher than the voice's pitch
     */
    void letter(Optional<Vowel> next, int symbol, double melody, double seconds) {
        double hertz = pitch * melody * (1 + 0.03 * Math.sin(letters * 0.7));
        vowel = next.orElse(vowel);
        float[] wave = wave(vowel, hertz);
        double target = next.isPresent() ? VOWEL_LOUD : symbol == Letters.SPACE ? SPACE_LOUD : CONSONANT_LOUD;
        double[] tones = {Tones.TURNS[letters % Tones.TURNS.length], Tones.low(symbol), Tones.high(symbol)};
        int samples = (int) (seconds * rate);
        grow(samples * 2);
        double glide = 1 / (0.012 * rate);
        for (int n = 0; n < samples; n++) {
            loud += (target - loud) * glide;
            turn += hertz / rate;
            write(loud * at(wave, turn) + TONE_LOUD * edge(n, samples) * together(tones, n));
        }
        letters++;
    }

    void silence(double seconds) {
        if (seconds > 0) {
            int bytes = (int) (seconds * rate) * 2;
            grow(bytes);
            length += bytes;
            loud = 0;
        }
    }

    byte[] pcm() {
        return Arrays.copyOf(pcm, length);
    }

    private double together(double[] tones, int n) {
        double sum = 0;
        for (double tone : tones) {
            sum += at(SINE, tone * n / rate);
        }
        return sum;
    }

    /** Soft at both ends, so that a tone does not click into its neighbours. */
    private double edge(int n, int samples) {
        return Math.min(1, Math.min(n, samples - 1 - n) / (RISE_SECONDS * rate));
    }

    /** One period of the vowel at this pitch, with its peak at 1. */
    private static float[] wave(Vowel vowel, double pitch) {
        float[] wave = new float[PERIOD];
        for (int h = 1; h * pitch < TOP; h++) {
            float strength = (float) vowel.strength(h * pitch);
            for (int n = 0; n < PERIOD; n++) {
                wave[n] += strength * SINE[h * n % PERIOD];
            }
        }
        float peak = 0;
        for (float value : wave) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int n = 0; n < PERIOD; n++) {
            wave[n] /= peak;
        }
        return wave;
    }

    private static float at(float[] period, double turns) {
        return period[(int) ((turns - Math.floor(turns)) * PERIOD)];
    }

    private static float[] sine() {
        float[] sine = new float[PERIOD];
        for (int n = 0; n < PERIOD; n++) {
            sine[n] = (float) Math.sin(2 * Math.PI * n / PERIOD);
        }
        return sine;
    }

    private void write(double value) {
        int sample = (int) (Math.clamp(value, -1.0, 1.0) * 32_000);
        pcm[length++] = (byte) sample;
        pcm[length++] = (byte) (sample >> 8);
    }

    private void grow(int bytes) {
        if (length + bytes > pcm.length) {
            pcm = Arrays.copyOf(pcm, Math.max(2 * pcm.length, length + bytes));
        }
    }
}
