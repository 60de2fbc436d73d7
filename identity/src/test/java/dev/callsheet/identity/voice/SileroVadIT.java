package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SileroVadIT {
    private static SileroVad vad;

    @BeforeAll
    static void load() {
        vad = new SileroVad(new ModelFiles(Optional.empty()));
    }

    @AfterAll
    static void close() throws Exception {
        vad.close();
    }

    @Test
    void noiseTonesAndSilenceAreNoSpeech() {
        assertThat(Speech.in(Sounds.noise(4), vad).share()).isZero();
        assertThat(Speech.in(Sounds.tone(440, 4), vad).share()).isZero();
        assertThat(Speech.in(Sounds.tone(120, 4), vad).share()).isZero();
        assertThat(Speech.in(Sounds.silence(4), vad).share()).isZero();
    }

    @Test
    void aVoiceIsSpeechLowAndHigh() {
        assertThat(Speech.in(Sounds.voice(110, 1, 4), vad).share()).isGreaterThan(0.9);
        assertThat(Speech.in(Sounds.voice(220, 1.17, 4), vad).share()).isGreaterThan(0.9);
    }

    @Test
    void speechIsFoundWhereItIs() {
        Speech speech = Speech.in(Sounds.joined(Sounds.silence(2), Sounds.voice(120, 1, 3), Sounds.noise(3)), vad);

        assertThat(speech.stretches()).hasSize(1);
        assertThat(speech.stretches().getFirst().from() / 16000.0).isCloseTo(2, within(0.2));
        assertThat(speech.seconds()).isCloseTo(3, within(0.3));
    }

    /** Pins context, state and the order of windows: a state that is lost changes these. */
    @Test
    void aSoundIsHeardTheSameEveryTime() {
        Sound sound = Sounds.joined(Sounds.tone(300, 0.5), Sounds.voice(150, 1, 1.01));

        float[] first = vad.probabilities(sound);

        assertThat(first).hasSize(48).isEqualTo(vad.probabilities(sound));
        assertThat(first[10]).isLessThan(0.2f);
        assertThat(first[40]).isGreaterThan(0.9f);
        assertThat(vad.probabilities(sound.part(40 * 512, 41 * 512))[0]).isLessThan(0.9f);
    }

    @Test
    void anotherModelIsRefused(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("silero-vad.onnx"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> new SileroVad(new ModelFiles(Optional.of(folder))))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("silero-vad.onnx has SHA-256")
                .hasMessageContaining(SileroVad.SHA256);
    }

    /** What a report is made of, end to end: the real speech model, and a man and a woman made of formulas. */
    @Test
    void aClipIsMeasuredAgainstASample() {
        VoiceMeter meter = new VoiceMeter(vad, Optional.empty());

        VoiceReport report =
                meter.measure(Optional.of(Sounds.voice(210, 1.17, 5)), Optional.of(Sounds.voice(110, 1, 5)));

        assertThat(report.status()).isEqualTo(VoiceReport.Status.ADVISORY);
        assertThat(report.flags())
                .extracting(VoiceReport.Flag::code)
                .containsExactly(VoiceReport.Code.GROSS_PITCH_MISMATCH);
    }
}
