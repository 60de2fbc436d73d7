package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.voice.Speech.Stretch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private static final int WINDOW = VoiceActivity.WINDOW;

    @Test
    void speechBeginsWhereItIsLikelyAndEndsWhereItIsClearlyNot() {
        float[] heard = windows(40, 0.1f);
        Arrays.fill(heard, 10, 12, 0.4f);
        Arrays.fill(heard, 12, 22, 0.8f);
        Arrays.fill(heard, 22, 25, 0.4f);

        Speech speech = Speech.of(heard, 40 * WINDOW);

        assertThat(speech.stretches()).containsExactly(new Stretch(12 * WINDOW, 25 * WINDOW));
        assertThat(speech.seconds()).isEqualTo(0.416);
        assertThat(speech.share()).isEqualTo(13 / 40.0);
    }

    @Test
    void aShortPauseLiesInsideSpeechAndALongOnePartsIt() {
        float[] heard = windows(60, 0.9f);
        Arrays.fill(heard, 10, 13, 0.1f);
        Arrays.fill(heard, 30, 34, 0.1f);

        assertThat(Speech.of(heard, 60 * WINDOW).stretches())
                .containsExactly(new Stretch(0, 30 * WINDOW), new Stretch(34 * WINDOW, 60 * WINDOW));
    }

    @Test
    void aClickIsNoSpeech() {
        float[] heard = windows(40, 0.1f);
        Arrays.fill(heard, 20, 27, 1);

        assertThat(Speech.of(heard, 40 * WINDOW).stretches()).isEmpty();
    }

    @Test
    void aLastWindowThatIsNotFullEndsWithTheSound() {
        Speech speech = Speech.of(windows(20, 0.9f), 19 * WINDOW + 5);

        assertThat(speech.stretches()).containsExactly(new Stretch(0, 19 * WINDOW + 5));
        assertThat(speech.share()).isEqualTo(1);
    }

    @Test
    void whatLiesBetweenIsLeftOut() {
        Sound sound = Sounds.joined(Sounds.silence(1), Sounds.tone(200, 2), Sounds.silence(1), Sounds.tone(300, 1));
        Speech speech = Speech.in(sound, new LoudActivity());

        assertThat(speech.stretches()).hasSize(2);
        assertThat(speech.only(sound).seconds()).isEqualTo(speech.seconds()).isBetween(3.0, 3.1);
        assertThat(Levels.of(speech.only(sound)).silentShare()).isZero();
    }

    @Test
    void noSoundHoldsNoSpeech() {
        Speech speech = Speech.in(Sounds.silence(0), new LoudActivity());

        assertThat(speech.seconds()).isZero();
        assertThat(speech.share()).isZero();
    }

    private static float[] windows(int count, float value) {
        float[] windows = new float[count];
        Arrays.fill(windows, value);
        return windows;
    }
}
