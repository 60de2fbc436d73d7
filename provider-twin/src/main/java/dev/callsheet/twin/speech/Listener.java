package dev.callsheet.twin.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Hears the words in the sound of the twin's own {@link Voice}, and in no other: a simulated transcriber. It looks at 32
 * ms every 8 ms and takes a letter where one tone of each row stands clearly out.
 */
final class Listener {
    private static final double WINDOW_SECONDS = 0.032;
    private static final double STEP_SECONDS = 0.008;
    /** How much stronger a tone is than the next of its row (power). */
    private static final double CLEAR = 4;
    /** How far the three tones may be apart from each other (power). */
    private static final double ALIKE = 40;
    /** Windows in a row that agree on a letter. */
    private static final int AGREED = 3;
    /** Of the windows that are loud, so many must hold a letter; else it is not the twin's voice. */
    private static final double OWN_SHARE = 0.4;
    /** Of full scale (RMS); below it is silence. */
    private static final double LOUD = 0.001;
    /** Below the loudest window (power); what is softer is silence beside it. */
    private static final double SOFTER = 1000;
    /** Shorter sounds are no speech: 0.4 s. */
    private static final int SHORTEST = 50;

    private static final int NOTHING = -1;

    private final float[] samples;
    private final ToneSpectrum spectrum;
    private final int window;
    private final int step;

    private Listener(float[] samples, int rate) {
        this.samples = samples;
        window = (int) (WINDOW_SECONDS * rate);
        step = (int) (STEP_SECONDS * rate);
        spectrum = new ToneSpectrum(window, rate);
    }

    /** What a sound holds. */
    sealed interface Heard {}

    /** Silence, or next to it. */
    record Nothing() implements Heard {}

    /** Some sound that is not the twin's voice. */
    record Foreign() implements Heard {}

    /** The twin's voice said this. */
    record Words(String text) implements Heard {}

    /**
     * What this sound holds.
     *
     * @param samples full scale is -1 to 1
     * @param rate samples in a second; less than 13,000 do not carry the tones
     */
    static Heard words(float[] samples, int rate) {
        return new Listener(samples, rate).listen();
    }

    private Heard listen() {
        double threshold = Math.max(LOUD * LOUD, loudest() / SOFTER);
        List<Integer> symbols = new ArrayList<>();
        int last = NOTHING;
        int candidate = NOTHING;
        int agreed = 0;
        int loud = 0;
        int own = 0;
        for (int from = 0; from + window <= samples.length; from += step) {
            if (power(from) < threshold) {
                continue;
            }
            loud++;
            int key = key(from);
            if (key == NOTHING) {
                continue;
            }
            own++;
            agreed = key == candidate ? agreed + 1 : 1;
            candidate = key;
            if (agreed == AGREED && key != last) {
                symbols.add(key / Tones.TURNS.length);
                last = key;
            }
        }
        if (own < OWN_SHARE * loud || symbols.isEmpty()) {
            return loud < SHORTEST ? new Nothing() : new Foreign();
        }
        return new Words(Letters.text(symbols));
    }

    /** Which letter sounds, and which of two turns it has. */
    private int key(int from) {
        spectrum.look(samples, from);
        var turn = spectrum.strongest(ToneSpectrum.Row.TURNS);
        var low = spectrum.strongest(ToneSpectrum.Row.LOW);
        var high = spectrum.strongest(ToneSpectrum.Row.HIGH);
        boolean clear = turn.lead() >= CLEAR && low.lead() >= CLEAR && high.lead() >= CLEAR;
        double most = Math.max(turn.power(), Math.max(low.power(), high.power()));
        double least = Math.min(turn.power(), Math.min(low.power(), high.power()));
        if (!clear || most > ALIKE * least) {
            return NOTHING;
        }
        return Tones.symbol(low.index(), high.index()) * Tones.TURNS.length + turn.index();
    }

    private double loudest() {
        double loudest = 0;
        for (int from = 0; from + window <= samples.length; from += step) {
            loudest = Math.max(loudest, power(from));
        }
        return loudest;
    }

    private double power(int from) {
        double sum = 0;
        for (int i = from; i < from + window; i++) {
            sum += samples[i] * samples[i];
        }
        return sum / window;
    }
}
