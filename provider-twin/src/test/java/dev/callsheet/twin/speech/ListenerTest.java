package dev.callsheet.twin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {
    private static final String QUESTION = "What is on stage tonight?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUESTION,
                "Hello! Mississippi: 3 ll, \"quoted\" (and 100%).",
                "Grüße aus Köln – 你好，世界",
                "aaaa bbbb 1111"
            })
    void whatTheVoiceSaysIsHeard(String text) {
        assertThat(Listener.words(spoken(text), Voice.SAMPLE_RATE)).isEqualTo(new Listener.Words(text));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 4})
    void itIsHeardAtTheMicrophonesRateSoftOrOverdrivenInNoise(double gain) {
        var random = new Random(3);
        float[] heard = surrounded(at16kHz(spoken(QUESTION)));
        for (int i = 0; i < heard.length; i++) {
            heard[i] = (float) Math.clamp((heard[i] + 0.03 * random.nextGaussian()) * gain, -1, 1);
        }
        assertThat(Listener.words(heard, 16_000)).isEqualTo(new Listener.Words(QUESTION));
    }

    @Test
    void aPartThatWasCutAwayIsMissingAndTheRestIsHeard() {
        float[] sound = spoken("one two three four");
        float[] cut = Arrays.copyOfRange(sound, sound.length / 2, sound.length);

        assertThat(Listener.words(cut, Voice.SAMPLE_RATE))
                .isInstanceOfSatisfying(
                        Listener.Words.class, words -> assertThat(words.text()).endsWith("ree four"));
    }

    @Test
    void noiseATuneAndAVoiceOfAnotherKindAreForeign() {
        var random = new Random(4);
        float[] noise = new float[32_000];
        float[] tune = new float[32_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
            tune[i] = (float) (0.4 * Math.sin(2 * Math.PI * (440 + 110 * (i / 4000)) * i / 16_000));
        }
        assertThat(Listener.words(noise, 16_000)).isEqualTo(new Listener.Foreign());
        assertThat(Listener.words(tune, 16_000)).isEqualTo(new Listener.Foreign());
    }

    @Test
    void silenceAndAClickAreNothing() {
        float[] click = new float[16_000];
        click[8000] = 0.9f;

        assertThat(Listener.words(new float[16_000], 16_000)).isEqualTo(new Listener.Nothing());
        assertThat(Listener.words(click, 16_000)).isEqualTo(new Listener.Nothing());
        assertThat(Listener.words(new float[0], 16_000)).isEqualTo(new Listener.Nothing());
    }

    private static float[] spoken(String text) {
        return Wav.pcm(Voice.say(text, "guest"), Voice.SAMPLE_RATE).samples();
    }

    /** By straight lines between the samples, as a plain converter does it. */
    private static float[] at16kHz(float[] samples) {
        float[] slower = new float[samples.length * 2 / 3 - 1];
        for (int i = 0; i < slower.length; i++) {
            double at = i * 1.5;
            int before = (int) at;
            slower[i] = (float) (samples[before] + (at - before) * (samples[before + 1] - samples[before]));
        }
        return slower;
    }

    private static float[] surrounded(float[] samples) {
        float[] longer = new float[samples.length + 16_000];
        System.arraycopy(samples, 0, longer, 8000, samples.length);
        return longer;
    }
}
