package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FbankTest {
    private static final int[] BANDS = {0, 10, 20, 40, 60, 79};

    /** Golden values of an independent program in double precision that follows Kaldi's definition. */
    @Test
    void theFeaturesAreThoseThatSpeakerModelsWereTrainedOn() {
        float[] features = Fbank.of(chirp());

        assertThat(features).hasSize(23 * 80);
        assertBands(features, 0, -1.01093812, -0.1424255, -1.01610516, -0.53552399, 0.35171419, 0.79079234);
        assertBands(features, 22, 1.25912944, 0.3222475, -2.41687196, 0.84430308, 0.16023991, 0.50935585);
    }

    @Test
    void energiesAreOnTheScaleOfSixteenBits() {
        float[] energies = new MelSpectrum(80, 20, 8000).frame(chirp().samples(), 10);

        double[] expected = {11.65528975, 11.15049651, 14.08244841, 12.79610263, 14.51908456, 13.38666904};
        for (int i = 0; i < BANDS.length; i++) {
            assertThat(energies[BANDS[i]]).isCloseTo((float) expected[i], within(1e-3f));
        }
    }

    @Test
    void lessThanAFrameHasNoFeatures() {
        assertThat(Fbank.of(Sounds.tone(440, 0.0249))).isEmpty();
        assertThat(Fbank.of(Sounds.tone(440, 0.025))).hasSize(80);
    }

    private static Sound chirp() {
        float[] samples = new float[4000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / 16000)
                    + 0.1 * Math.sin(2 * Math.PI * 3000 * i / 16000)
                    + 0.05 * Math.sin(2 * Math.PI * (100 + 0.2 * i) * i / 16000));
        }
        return new Sound(samples, Sound.RATE);
    }

    private static void assertBands(float[] features, int frame, double... expected) {
        for (int i = 0; i < BANDS.length; i++) {
            assertThat(features[frame * 80 + BANDS[i]]).isCloseTo((float) expected[i], within(1e-3f));
        }
    }
}
