package dev.callsheet.identity.voice;

/**
 * The colour of a voice: mean and spread of 20 mel-frequency cepstral coefficients (Davis and Mermelstein 1980; 30 bands
 * from 60 to 3700 Hz, without the coefficient for loudness) over the frames of its speech. A room, a microphone or music
 * changes it as much as another speaker does.
 */
public final class Timbre {
    static final int COEFFICIENTS = 20;
    private static final int BANDS = 30;
    private static final double SMALLEST_VARIANCE = 1e-6;
    private static final MelSpectrum SPECTRUM = new MelSpectrum(BANDS, 60, 3700);
    private static final double[][] COSINES = cosines();

    private final double[] mean = new double[COEFFICIENTS];
    private final double[] variance = new double[COEFFICIENTS];

    private Timbre() {}

    /** The timbre of this speech, at least 25 ms of it. */
    public static Timbre of(Sound speech) {
        int frames = MelSpectrum.frames(speech.samples().length);
        if (frames == 0) {
            throw new IllegalArgumentException("there is no speech");
        }
        Timbre timbre = new Timbre();
        for (int frame = 0; frame < frames; frame++) {
            timbre.add(SPECTRUM.frame(speech.samples(), frame), frame + 1);
        }
        for (int i = 0; i < COEFFICIENTS; i++) {
            timbre.variance[i] /= frames;
        }
        return timbre;
    }

    /** One frame more, of so many by now (Welford 1962: stable, in one pass). */
    private void add(float[] bands, int count) {
        for (int i = 0; i < COEFFICIENTS; i++) {
            double value = 0;
            for (int band = 0; band < BANDS; band++) {
                value += COSINES[i][band] * bands[band];
            }
            double delta = value - mean[i];
            mean[i] += delta / count;
            variance[i] += delta * (value - mean[i]);
        }
    }

    /**
     * Bhattacharyya's distance between the two distributions, each coefficient for itself (Kailath, "The divergence and
     * Bhattacharyya distance measures in signal selection", 1967): 0 for equal ones, no upper bound, no unit.
     */
    public double distance(Timbre other) {
        double distance = 0;
        for (int i = 0; i < COEFFICIENTS; i++) {
            // A sound that never changes has no spread at all.
            double own = Math.max(variance[i], SMALLEST_VARIANCE);
            double others = Math.max(other.variance[i], SMALLEST_VARIANCE);
            double between = (own + others) / 2;
            double apart = mean[i] - other.mean[i];
            distance += apart * apart / between / 8 + Math.log(between / Math.sqrt(own * others)) / 2;
        }
        return distance;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[COEFFICIENTS][BANDS];
        for (int i = 0; i < COEFFICIENTS; i++) {
            for (int band = 0; band < BANDS; band++) {
                cosines[i][band] = Math.sqrt(2.0 / BANDS) * Math.cos(Math.PI * (i + 1) * (band + 0.5) / BANDS);
            }
        }
        return cosines;
    }
}
