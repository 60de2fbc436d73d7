package dev.callsheet.twin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoiceTest {
    private static final String TEXT = "The harbour is quiet, and the boats are home before the evening wind rises.";

    @Test
    void itSpeaksAboutAHundredAndFiftyWordsAMinute() {
        double minutes = Voice.say(TEXT, "x").length / 2.0 / Voice.SAMPLE_RATE / 60;

        assertThat(TEXT.split(" ").length / minutes).isBetween(110.0, 180.0);
    }

    @Test
    void theSameWordsSoundTheSameAndAnotherVoiceDoesNot() {
        assertThat(Voice.say(TEXT, "x")).isEqualTo(Voice.say(TEXT, "x")).isNotEqualTo(Voice.say(TEXT, "y"));
    }

    @Test
    void itIsLoudAsSpeechIsAndNeverClips() {
        byte[] pcm = Voice.say(TEXT, "x");
        double sum = 0;
        int peak = 0;
        for (int i = 0; i < pcm.length; i += 2) {
            int sample = (short) (pcm[i] & 0xff | pcm[i + 1] << 8);
            sum += (double) sample * sample;
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(Math.sqrt(sum / (pcm.length / 2.0)) / 32768).isBetween(0.08, 0.3);
        assertThat(peak).isLessThan(32_000);
    }
}
