package dev.callsheet.avatar.outbound.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.conversation.hearing.VoiceActivity;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The real model, and what takes its place. */
class ActivitiesIT {
    private static final Activities SILERO = new Activities();

    @AfterAll
    static void close() throws Exception {
        SILERO.close();
    }

    @Test
    void aVoiceIsHeardWhereItIsAndNoiseAndMusicAreNot() {
        var heard = Listening.to(
                Sounds.joined(
                        Sounds.noise(2), Sounds.silence(1), Sounds.voice(120, 2), Sounds.silence(1), Sounds.music(3)),
                SILERO.open());

        assertThat(heard.began).singleElement().satisfies(at -> assertThat(at).isCloseTo(3, within(0.3)));
        assertThat(heard.ended).singleElement().satisfies(at -> assertThat(at).isCloseTo(5, within(0.3)));
    }

    /** Pins context and state: one that is lost or shared changes what is heard. */
    @Test
    void eachMicrophoneRemembersItsOwnSound() {
        float[] voice = Sounds.voice(150, 1);
        float[] noise = Sounds.noise(1);

        float[] alone = probabilities(SILERO.open(), voice);
        var one = SILERO.open();
        var other = SILERO.open();
        float[] together = new float[alone.length];
        for (int i = 0; i < alone.length; i++) {
            together[i] = one.probability(frame(voice, i));
            other.probability(frame(noise, i));
        }

        assertThat(together).isEqualTo(alone);
        assertThat(alone[15]).isGreaterThan(0.9f);
        assertThat(alone[15] - SILERO.open().probability(frame(voice, 15))).isGreaterThan(0.05f);
    }

    @Test
    void withoutTheModelLoudnessDecides() throws Exception {
        var without = new Activities("/models/none.onnx");
        var heard =
                Listening.to(Sounds.joined(Sounds.silence(1), Sounds.voice(120, 2), Sounds.silence(1)), without.open());
        without.close();

        assertThat(heard.began).hasSize(1);
        assertThat(heard.ended).singleElement().satisfies(at -> assertThat(at).isCloseTo(3, within(0.2)));
        assertThat(Listening.to(Sounds.silence(3), without.open()).began).isEmpty();
    }

    private static float[] probabilities(VoiceActivity activity, float[] sound) {
        float[] all = new float[sound.length / VoiceActivity.FRAME];
        for (int i = 0; i < all.length; i++) {
            all[i] = activity.probability(frame(sound, i));
        }
        return all;
    }

    private static float[] frame(float[] sound, int index) {
        return Arrays.copyOfRange(sound, index * VoiceActivity.FRAME, (index + 1) * VoiceActivity.FRAME);
    }
}
