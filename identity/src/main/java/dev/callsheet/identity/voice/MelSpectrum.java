package dev.callsheet.identity.voice;

/**
 * Log energies in bands of the mel scale, as Kaldi's filter banks and WeSpeaker's features are computed: frames of 25 ms
 * every 10 ms without padding, their mean removed, pre-emphasis 0.97, Hamming window, power spectrum of 512 points,
 * triangles on the mel scale 1127 ln(1 + f/700), no dither. Immutable.
 */
final class MelSpectrum {
    private static final int FRAME = 400;
    private static final int SHIFT = 160;
    private static final int POINTS = 512;
    private static final double PRE_EMPHASIS = 0.97;
    /** The models were trained on 16-bit samples. */
    private static final double SCALE = 1 << 15;
    /** Keeps the logarithm finite; Kaldi's floor. */
    private static final double FLOOR = Math.ulp(1f);

    private final double[] window = new double[FRAME];
    private final double[][] bands;
    private final Fft fft = new Fft(POINTS);

    MelSpectrum(int count, double lowHertz, double highHertz) {
        for (int i = 0; i < FRAME; i++) {
            window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (FRAME - 1));
        }
        bands = bands(count, mel(lowHertz), mel(highHertz));
    }

    /** How many frames a sound of so many samples has. */
    static int frames(int samples) {
        return samples < FRAME ? 0 : 1 + (samples - FRAME) / SHIFT;
    }

    /** The natural logarithms of the bands' energies in one frame. */
    float[] frame(float[] samples, int frame) {
        double[] real = new double[POINTS];
        double[] imaginary = new double[POINTS];
        prepare(samples, frame * SHIFT, real);
        fft.transform(real, imaginary);
        float[] energies = new float[bands.length];
        for (int band = 0; band < bands.length; band++) {
            double energy = 0;
            double[] weights = bands[band];
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    energy += weights[i] * (real[i] * real[i] + imaginary[i] * imaginary[i]);
                }
            }
            energies[band] = (float) Math.log(Math.max(energy, FLOOR));
        }
        return energies;
    }

    private void prepare(float[] samples, int from, double[] into) {
        double mean = 0;
        for (int i = 0; i < FRAME; i++) {
            mean += samples[from + i] * SCALE / FRAME;
        }
        double before = samples[from] * SCALE - mean;
        for (int i = 0; i < FRAME; i++) {
            double now = samples[from + i] * SCALE - mean;
            into[i] = (now - PRE_EMPHASIS * before) * window[i];
            before = now;
        }
    }

    private static double[][] bands(int count, double low, double high) {
        double[][] bands = new double[count][POINTS / 2];
        double step = (high - low) / (count + 1);
        for (int band = 0; band < count; band++) {
            double left = low + band * step;
            for (int i = 0; i < POINTS / 2; i++) {
                double mel = mel((double) i * Sound.RATE / POINTS);
                bands[band][i] = Math.max(0, Math.min((mel - left) / step, (left + 2 * step - mel) / step));
            }
        }
        return bands;
    }

    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }
}
