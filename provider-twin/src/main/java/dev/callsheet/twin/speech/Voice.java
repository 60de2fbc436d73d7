package dev.callsheet.twin.speech;

import java.util.List;
import java.util.Optional;

/**
 * A voice-like signal whose words can be heard again: vowels of harmonics under two formants, loud where a text has
 * vowels, and above them the {@link Tones} of each letter. The same text and voice give the same bytes. About 150 words a
 * minute.
 */
public final class Voice {
    /** Samples in a second. */
    public static final int SAMPLE_RATE = 24_000;

    static final double LETTER_SECONDS = 0.064;

    private Voice() {}

    /** Signed 16-bit little-endian samples, 24 kHz, mono. */
    public static byte[] say(String text, String voice) {
        int[] letters = text.strip().replaceAll("\\s+", " ").codePoints().toArray();
        var throat = new Throat(110 + Math.floorMod(voice.hashCode(), 90), SAMPLE_RATE);
        for (int i = 0; i < letters.length; i++) {
            // The melody falls over the text, as in a statement.
            double melody = 1.12 - 0.22 * i / letters.length;
            List<Integer> symbols = Letters.symbols(letters[i]);
            for (int part = 0; part < symbols.size(); part++) {
                throat.letter(vowel(letters[i], part, symbols.get(part)), symbols.get(part), melody, LETTER_SECONDS);
            }
            throat.silence(i + 1 == letters.length || letters[i + 1] == ' ' ? pause(letters[i]) : 0);
        }
        return throat.pcm();
    }

    /** Digits, and the second halves of what has no symbol, are vowels too: without any it would not sound like speech. */
    private static Optional<Vowel> vowel(int letter, int part, int symbol) {
        if (Vowel.is(letter)) {
            return Optional.of(Vowel.of(letter));
        }
        return part % 2 == 1 || Character.isDigit(letter)
                ? Optional.of(Vowel.values()[symbol % Vowel.values().length])
                : Optional.empty();
    }

    private static double pause(int letter) {
        return switch (letter) {
            case '.', '!', '?' -> 0.3;
            case ',', ';', ':' -> 0.12;
            default -> 0;
        };
    }
}
