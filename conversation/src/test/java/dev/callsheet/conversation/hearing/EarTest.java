package dev.callsheet.conversation.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EarTest {
    private final Mic mic = new Mic();

    @Test
    void speechBeginsWhereItsVoiceBeganAndEndsWhereItEnded() {
        mic.ear.openMicrophone();
        mic.silence(1);
        mic.speak(1);
        mic.silence(1);

        assertThat(mic.told).hasSize(3).element(2).isEqualTo("heard words 0");
        assertThat(millis(0, "began ")).isCloseTo(1000, within(40L));
        assertThat(millis(1, "ended ")).isCloseTo(2000, within(40L));
    }

    @Test
    void whatWasSaidHasTheSoundBeforeIt() {
        mic.ear.openMicrophone();
        mic.silence(1);
        mic.speak(1);
        mic.silence(1);

        assertThat(mic.saidSeconds(0)).isCloseTo(0.3 + 1 + 0.5, within(0.07));
        byte[] said = mic.utterances.getFirst();
        assertThat(said[(int) (0.2 * 32_000)]).isZero();
        assertThat(said[(int) (0.4 * 32_000)]).isNotZero();
    }

    @Test
    void aPauseWithinASentenceDoesNotEndIt() {
        mic.ear.openMicrophone();
        mic.speak(0.5);
        mic.silence(0.4);
        mic.speak(0.5);
        mic.silence(1);

        assertThat(mic.utterances).hasSize(1);
    }

    @Test
    void aClickIsNotSpeechAndACoughIsDropped() {
        mic.ear.openMicrophone();
        mic.silence(0.5);
        mic.speak(0.1);
        mic.silence(1);
        assertThat(mic.told).isEmpty();

        mic.speak(0.2);
        mic.silence(1);
        assertThat(mic.told).hasSize(2).element(1).isEqualTo("dropped");
        assertThat(mic.utterances).isEmpty();
    }

    @Test
    void speechWithoutEndIsCutAndNothingOfItIsLost() {
        mic.ear.openMicrophone();
        mic.speak(130);
        mic.silence(1);

        assertThat(mic.utterances).hasSize(3);
        double all = mic.saidSeconds(0) + mic.saidSeconds(1) + mic.saidSeconds(2);
        assertThat(all).isCloseTo(130.5, within(0.1));
        assertThat(mic.saidSeconds(0)).isCloseTo(60, within(0.1));
    }

    @Test
    void theButtonFramesWhatIsSaidHoweverSoft() {
        mic.sound(1, 100);
        mic.ear.startTalking();
        mic.sound(1, 100);
        mic.ear.stopTalking();
        mic.sound(1, 100);

        assertThat(mic.told).containsExactly("began 1000", "ended 2000", "heard words 0");
        assertThat(mic.saidSeconds(0)).isEqualTo(1);
    }

    @Test
    void aSlipOfTheButtonIsDropped() {
        mic.ear.startTalking();
        mic.sound(0.2, 5000);
        mic.ear.stopTalking();

        assertThat(mic.told).containsExactly("began 0", "dropped");
    }

    @Test
    void theButtonTakesOverWhatVoiceHadBegun() {
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.ear.startTalking();
        mic.silence(2);
        mic.speak(1);
        mic.ear.stopTalking();

        assertThat(mic.told).containsExactly("began 0", "ended 4000", "heard words 0");
    }

    @Test
    void closingTheMicrophoneEndsWhatIsSaidAndForgetsWhatWasBefore() {
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.ear.closeMicrophone();
        mic.speak(1);
        mic.ear.openMicrophone();
        mic.silence(0.1);
        mic.speak(1);
        mic.silence(1);

        assertThat(mic.utterances).hasSize(2);
        assertThat(mic.saidSeconds(0)).isEqualTo(1);
        assertThat(mic.saidSeconds(1)).isCloseTo(1.6, within(0.07));
    }

    @Test
    void soundFasterThanSpeechIsDroppedAndToldOnce() {
        mic.ear.openMicrophone();
        for (int i = 0; i < 100; i++) {
            mic.ear.take(Mic.pcm(1600, 0));
        }
        assertThat(mic.told).containsExactly("hearing.too_fast");

        mic.passes(Duration.ofSeconds(1));
        mic.speak(1);
        mic.silence(1);
        assertThat(mic.utterances).hasSize(1);
    }

    @Test
    void samplesTornBetweenMessagesAreWhole() {
        mic.ear.startTalking();
        byte[] sound = Mic.pcm(16_000, 0x1234);
        for (int from = 0; from < sound.length; from += 77) {
            mic.send(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 77)));
        }
        mic.ear.stopTalking();

        assertThat(mic.utterances.getFirst()).isEqualTo(sound);
    }

    @Test
    void whatWasSaidFirstIsToldFirst() {
        mic.answers = false;
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.silence(1);
        mic.speak(1);
        mic.silence(1);
        mic.told.clear();

        mic.sinks.get(1).text("second");
        assertThat(mic.told).isEmpty();
        mic.sinks.get(0).failed("transcription.timeout", "too late");
        assertThat(mic.told).containsExactly("transcription.timeout", "dropped", "heard second");
    }

    @Test
    void wordsAreToldOneAfterTheOther() {
        mic.answers = false;
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.silence(1);
        mic.speak(1);
        mic.silence(1);
        mic.told.clear();

        mic.meanwhile = () -> mic.sinks.get(1).text("second");
        mic.sinks.get(0).text("first");

        assertThat(mic.told).containsExactly("heard first", "heard second");
    }

    @Test
    void halfASampleIsNotSaid() {
        mic.ear.openMicrophone();
        mic.send(new byte[] {1});
        mic.ear.startTalking();
        mic.send(new byte[] {1});
        mic.send(Mic.pcm(16_000, 0x0203));
        mic.send(new byte[] {1});
        mic.ear.stopTalking();

        byte[] said = mic.utterances.getFirst();
        assertThat(said).hasSize(32_002).startsWith(1, 1, 3, 2).endsWith(3, 2);
    }

    @Test
    void whatWasHeardBeforeTheMicrophoneClosedIsForgotten() {
        mic.ear.openMicrophone();
        mic.speak(0.1);
        mic.ear.closeMicrophone();
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.silence(1);

        assertThat(mic.saidSeconds(0)).isCloseTo(1.5, within(0.04));
    }

    @Test
    void whatNobodyUnderstandsIsDropped() {
        mic.answers = false;
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.silence(1);

        mic.sinks.getFirst().text("  ");

        assertThat(mic.told.getLast()).isEqualTo("dropped");
    }

    @Test
    void tooManyUtterancesAtOnceAreDropped() {
        mic.answers = false;
        mic.ear.openMicrophone();
        for (int i = 0; i < 6; i++) {
            mic.speak(0.5);
            mic.silence(0.6);
        }
        assertThat(mic.utterances).hasSize(4);
        assertThat(mic.told).contains("hearing.too_many").last().isEqualTo("dropped");
    }

    @Test
    void aClosedEarStopsItsWorkAndTellsNothing() {
        mic.answers = false;
        mic.ear.openMicrophone();
        mic.speak(1);
        mic.silence(1);
        mic.told.clear();

        mic.ear.close();
        mic.sinks.getFirst().text("late");
        mic.speak(1);

        assertThat(mic.cancelled).containsExactly(0);
        assertThat(mic.activity.closed).isTrue();
        assertThat(mic.told).isEmpty();
    }

    private long millis(int line, String word) {
        assertThat(mic.told.get(line)).startsWith(word);
        return Long.parseLong(mic.told.get(line).substring(word.length()));
    }
}
