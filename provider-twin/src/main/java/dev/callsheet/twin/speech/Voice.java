package dev.callsheet.twin.speech;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * A voice-like signal: one tone of harmonics under two formants for each syllable, silence where speech has it. The same
 * text and voice give the same bytes. About 150 words a minute.
 */
final class Voice {
    static final int SAMPLE_RATE = 24_000;

    private static final double SYLLABLE_SECONDS = 0.23;
    private static final double WORD_GAP_SECONDS = 0.07;
    private static final int HARMONICS = 18;
    private static final int PERIOD = 512;

    private Voice() {}

    /** Signed 16-bit little-endian samples, 24 kHz, mono. */
    static byte[] say(String text, String voice) {
        double pitch = 110 + Math.floorMod(voice.hashCode(), 90);
        var out = new ByteArrayOutputStream();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            // The melody falls over the text, as in a statement.
            double melody = pitch * (1.12 - 0.22 * i / Math.max(1, words.length));
            word(out, words[i], melody);
            silence(out, pause(words[i]));
        }
        return out.toByteArray();
    }

    private static void word(ByteArrayOutputStream out, String word, double pitch) {
        String letters = word.toLowerCase(Locale.ROOT);
        int syllables = 0;
        for (int i = 0; i < letters.length(); i++) {
            boolean begins = Vowel.is(letters.charAt(i)) && (i == 0 || !Vowel.is(letters.charAt(i - 1)));
            if (begins) {
                syllable(out, Vowel.of(letters.charAt(i)), pitch * (1 + 0.05 * Math.cos(syllables)));
                syllables++;
            }
        }
        if (syllables == 0) {
            syllable(out, Vowel.OTHER, pitch);
        }
    }

    private static void syllable(ByteArrayOutputStream out, Vowel vowel, double pitch) {
        float[] wave = wave(vowel, pitch);
        int samples = (int) (SYLLABLE_SECONDS * SAMPLE_RATE);
        for (int n = 0; n < samples; n++) {
            double turn = n * pitch / SAMPLE_RATE;
            double value = wave[(int) ((turn - Math.floor(turn)) * wave.length)];
            write(out, 0.6 * envelope((double) n / samples) * value);
        }
    }

    /** One period of the vowel at this pitch, with its peak at 1. */
    private static float[] wave(Vowel vowel, double pitch) {
        float[] wave = new float[PERIOD];
        float peak = 0;
        for (int n = 0; n < PERIOD; n++) {
            for (int h = 1; h <= HARMONICS; h++) {
                wave[n] += (float) (vowel.strength(h * pitch) * Math.sin(2 * Math.PI * h * n / PERIOD));
            }
            peak = Math.max(peak, Math.abs(wave[n]));
        }
        for (int n = 0; n < PERIOD; n++) {
            wave[n] /= peak;
        }
        return wave;
    }

    /** Rises in the first fifth, holds, and falls in the last two fifths. */
    private static double envelope(double part) {
        if (part < 0.2) {
            return Math.sin(Math.PI / 2 * part / 0.2);
        }
        return part < 0.6 ? 1 : Math.cos(Math.PI / 2 * (part - 0.6) / 0.4);
    }

    private static double pause(String word) {
        return switch (word.charAt(word.length() - 1)) {
            case '.', '!', '?' -> 0.35;
            case ',', ';', ':' -> 0.18;
            default -> WORD_GAP_SECONDS;
        };
    }

    private static void silence(ByteArrayOutputStream out, double seconds) {
        out.writeBytes(new byte[(int) (seconds * SAMPLE_RATE) * 2]);
    }

    private static void write(ByteArrayOutputStream out, double value) {
        int sample = (int) (Math.clamp(value, -1.0, 1.0) * 32_000);
        out.write(sample);
        out.write(sample >> 8);
    }
}
