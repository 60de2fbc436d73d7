package dev.callsheet.identity.voice;

/**
 * The features that speaker models of the WeSpeaker kind read: 80 log mel energies from 20 to 8000 Hz a frame, less
 * their mean over the utterance.
 */
final class Fbank {
    static final int BANDS = 80;
    private static final MelSpectrum SPECTRUM = new MelSpectrum(BANDS, 20, Sound.RATE / 2.0);

    private Fbank() {}

    /** Frame after frame, {@link #BANDS} values each; none for less than 25 ms. */
    static float[] of(Sound speech) {
        int frames = MelSpectrum.frames(speech.samples().length);
        float[] features = new float[frames * BANDS];
        double[] mean = new double[BANDS];
        for (int frame = 0; frame < frames; frame++) {
            float[] energies = SPECTRUM.frame(speech.samples(), frame);
            System.arraycopy(energies, 0, features, frame * BANDS, BANDS);
            for (int band = 0; band < BANDS; band++) {
                mean[band] += energies[band] / frames;
            }
        }
        for (int i = 0; i < features.length; i++) {
            features[i] -= (float) mean[i % BANDS];
        }
        return features;
    }
}
