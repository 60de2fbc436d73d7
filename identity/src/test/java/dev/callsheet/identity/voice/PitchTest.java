package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PitchTest {
    @ParameterizedTest
    @CsvSource({"80, 1", "120, 1", "120, 1.17", "200, 1.17", "300, 1.17"})
    void theMedianIsThePitchOfTheVoiceWhateverItsMouth(double hertz, double mouth) {
        Pitch pitch = Pitch.of(Sounds.voice(hertz, mouth, 4)).orElseThrow();

        assertThat(pitch.medianHertz()).isCloseTo(hertz, within(0.03 * hertz));
        // It moves by a semitone up and down.
        assertThat(pitch.lowHertz()).isCloseTo(hertz * 0.945, within(0.03 * hertz));
        assertThat(pitch.highHertz()).isCloseTo(hertz * 1.059, within(0.03 * hertz));
        assertThat(pitch.voicedSeconds()).isBetween(2.0, 4.0);
    }

    @Test
    void noiseAndSilenceHaveNoPitch() {
        assertThat(Pitch.of(Sounds.noise(3))).isEmpty();
        assertThat(Pitch.of(Sounds.silence(3))).isEmpty();
    }

    @Test
    void aMomentIsTooLittleForAMedian() {
        assertThat(Pitch.of(Sounds.voice(120, 1, 0.4))).isEmpty();
        assertThat(Pitch.of(Sounds.silence(0))).isEmpty();
    }

    @Test
    void anOctaveIsTwelveSemitones() {
        Pitch low = new Pitch(110, 100, 120, 3);
        Pitch high = new Pitch(220, 200, 240, 3);

        assertThat(high.semitonesAbove(low)).isCloseTo(12, within(1e-9));
        assertThat(low.semitonesAbove(high)).isCloseTo(-12, within(1e-9));
    }
}
