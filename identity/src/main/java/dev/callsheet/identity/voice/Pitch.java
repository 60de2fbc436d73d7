package dev.callsheet.identity.voice;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How high a voice is, over the voiced parts of speech.
 *
 * @param medianHertz half of the voiced time is above it
 * @param lowHertz a tenth of the voiced time is below it
 * @param highHertz a tenth of the voiced time is above it
 * @param voicedSeconds how much was voiced
 */
public record Pitch(double medianHertz, double lowHertz, double highHertz, double voicedSeconds) {
    /** 10 ms. */
    private static final int STEP = Sound.RATE / 100;
    /** Half a second: less is too little for a median. */
    private static final int FEWEST = 50;

    /** The pitch of this speech; nothing if hardly any of it is voiced. */
    public static Optional<Pitch> of(Sound speech) {
        Yin yin = new Yin();
        float[] samples = speech.samples();
        double[] found = new double[samples.length / STEP + 1];
        int count = 0;
        for (int from = 0; from + Yin.NEEDED <= samples.length; from += STEP) {
            OptionalDouble hertz = yin.hertz(samples, from);
            if (hertz.isPresent()) {
                found[count++] = hertz.getAsDouble();
            }
        }
        if (count < FEWEST) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return Optional.of(new Pitch(
                sorted[count / 2],
                sorted[count / 10],
                sorted[count - 1 - count / 10],
                (double) count * STEP / speech.rate()));
    }

    /** How many semitones this voice's median is above the other's; negative if below. */
    public double semitonesAbove(Pitch other) {
        return 12 * Math.log(medianHertz / other.medianHertz) / Math.log(2);
    }
}
