package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void aSineAtHalfOfFullScaleIsNineDecibelBelowIt() {
        Levels levels = Levels.of(Sounds.tone(440, 2));

        assertThat(levels.loudnessDbfs()).isCloseTo(-9.03, within(0.01));
        assertThat(levels.peakDbfs()).isCloseTo(-6.02, within(0.01));
        assertThat(levels.silentShare()).isZero();
        assertThat(levels.clippedShare()).isZero();
    }

    @Test
    void nothingAtAllIsSilent() {
        assertThat(Levels.of(Sounds.silence(1))).isEqualTo(new Levels(-120, -120, 1, 0));
        assertThat(Levels.of(Sounds.silence(0))).isEqualTo(new Levels(-120, -120, 1, 0));
    }

    @Test
    void silenceIsAShareOfTheTime() {
        Sound sound = Sounds.joined(Sounds.tone(440, 3.2), Sounds.silence(3.2));

        assertThat(Levels.of(sound).silentShare()).isEqualTo(0.5);
    }

    @Test
    void aVoiceThatIsCutOffIsClippedAndOneThatNearlyTouchesIsNot() {
        Sound voice = Sounds.voice(120, 1, 4);

        assertThat(Levels.of(Sounds.overdriven(voice, 0.99 / 0.6)).clippedShare())
                .isLessThan(VoiceMeter.CLIPPED_SHARE);
        assertThat(Levels.of(Sounds.overdriven(voice, 2 / 0.6)).clippedShare()).isGreaterThan(0.005);
    }

    @Test
    void singleSamplesAtFullScaleAreNotCutOff() {
        float[] samples = new float[1600];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 4 < 2 ? 1 : -1;
        }

        assertThat(Levels.of(new Sound(samples, Sound.RATE)).clippedShare()).isZero();
    }
}
