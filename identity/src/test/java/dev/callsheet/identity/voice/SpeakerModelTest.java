package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.voice.SpeakerModel.Description;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerModelTest {
    private static final String SHA = "0".repeat(64);

    @Test
    void theCosineSeesDirectionsNotLengths() {
        assertThat(SpeakerModel.cosine(new float[] {1, 2}, new float[] {2, 4})).isCloseTo(1, within(1e-9));
        assertThat(SpeakerModel.cosine(new float[] {1, 0}, new float[] {0, 3})).isZero();
        assertThat(SpeakerModel.cosine(new float[] {1, 1}, new float[] {-1, -1}))
                .isCloseTo(-1, within(1e-9));
        assertThat(SpeakerModel.cosine(new float[] {0, 0}, new float[] {1, 1})).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.onnx", "/etc/model.onnx", "a/b.onnx", "", ".hidden"})
    void theModelLiesBesideItsDescription(String name) {
        assertThatThrownBy(() -> new Description(name, SHA, 0.5, "a test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beside this one");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1, 45, Double.NaN})
    void aThresholdThatEveryOrNoVoiceReachesIsNone(double threshold) {
        assertThatThrownBy(() -> new Description("model.onnx", SHA, threshold, "a test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threshold");
    }

    @Test
    void aChecksumHasSixtyFourDigits() {
        assertThatThrownBy(() -> new Description("model.onnx", "abc", 0.5, "a test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sha256");
    }
}
