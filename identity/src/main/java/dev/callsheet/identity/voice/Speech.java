package dev.callsheet.identity.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a sound holds speech. A stretch begins with a window that is likelier speech than not and ends when windows stay
 * clearly below that (the hysteresis and lengths that Silero VAD's own segmentation has by default).
 *
 * @param stretches in order, apart from each other
 * @param of samples in the whole sound
 */
public record Speech(List<Stretch> stretches, int of) {
    private static final float BEGINS = 0.5f;
    private static final float ENDS = 0.35f;
    /** 96 ms: shorter gaps lie inside speech. */
    private static final int GAP = 3;
    /** 256 ms: what is shorter is a cough, a click or a doubt. */
    private static final int SHORTEST = 8;

    public Speech {
        stretches = List.copyOf(stretches);
    }

    /** From one sample to another, the second not included. */
    public record Stretch(int from, int to) {
        int samples() {
            return to - from;
        }
    }

    /** The speech of this sound. */
    public static Speech in(Sound sound, VoiceActivity activity) {
        return of(activity.probabilities(sound), sound.samples().length);
    }

    /** The speech of a sound of so many samples whose windows have these probabilities. */
    static Speech of(float[] probabilities, int samples) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        int lastHeard = -1;
        for (int i = 0; i < probabilities.length; i++) {
            if (from < 0 && probabilities[i] >= BEGINS) {
                from = i;
            }
            if (from >= 0 && probabilities[i] >= ENDS) {
                lastHeard = i;
            }
            boolean over = i - lastHeard > GAP || i == probabilities.length - 1;
            if (from >= 0 && over) {
                if (lastHeard - from + 1 >= SHORTEST) {
                    stretches.add(new Stretch(
                            from * VoiceActivity.WINDOW, Math.min((lastHeard + 1) * VoiceActivity.WINDOW, samples)));
                }
                from = -1;
            }
        }
        return new Speech(stretches, samples);
    }

    public double seconds() {
        return (double) samples() / Sound.RATE;
    }

    /** Of the whole sound, 0 to 1. */
    public double share() {
        return of == 0 ? 0 : (double) samples() / of;
    }

    /** The stretches of this sound one after the other, without what lies between. */
    public Sound only(Sound sound) {
        float[] joined = new float[samples()];
        int at = 0;
        for (Stretch stretch : stretches) {
            System.arraycopy(sound.samples(), stretch.from(), joined, at, stretch.samples());
            at += stretch.samples();
        }
        return new Sound(joined, sound.rate());
    }

    private int samples() {
        return stretches.stream().mapToInt(Stretch::samples).sum();
    }
}
