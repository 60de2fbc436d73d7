package dev.callsheet.twin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavTest {
    private static final Wav SOUND = new Wav(new float[] {0, 0.5f, -0.5f, -1}, 16_000);

    @Test
    void aFileHoldsItsSound() {
        Wav read = Wav.read(SOUND.file()).orElseThrow();

        assertThat(read.rate()).isEqualTo(16_000);
        assertThat(read.samples()).containsExactly(SOUND.samples());
    }

    @Test
    void aStreamedFileWithoutALengthIsReadToItsEnd() {
        byte[] file = SOUND.file();
        Arrays.fill(file, 40, 44, (byte) 0xff);

        assertThat(Wav.read(file).orElseThrow().samples()).containsExactly(SOUND.samples());
    }

    @Test
    void whatIsNoSoundIsNotRead() {
        byte[] floats = SOUND.file();
        floats[20] = 3;

        assertThat(Wav.read(new byte[10])).isEmpty();
        assertThat(Wav.read(new byte[100])).isEmpty();
        assertThat(Wav.read(floats)).isEmpty();
        assertThat(Wav.read(Arrays.copyOf(SOUND.file(), 50)).orElseThrow().samples())
                .hasSize(3);
    }

    @Test
    void aQuestionStandsBetweenSilences() {
        Wav question = Question.of("Who?", "guest", 100, 200);

        assertThat(question.rate()).isEqualTo(48_000);
        assertThat(question.samples()).startsWith(new float[4800]).endsWith(new float[9600]);
        assertThat(Listener.words(question.samples(), 48_000)).isEqualTo(new Listener.Words("Who?"));
    }
}
