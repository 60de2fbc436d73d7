package dev.callsheet.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final String PACKAGE = "dev.callsheet.identity.onnx.";

    @Test
    void whatIsNeitherMeshNorEmbedderIsTheDetector() {
        Calls calls = Calls.of(Map.of(
                PACKAGE + "OnnxModel.run", 66L, PACKAGE + "OnnxFaces.inspect", 22L, PACKAGE + "OnnxFaces.embed", 20L));

        assertThat(calls).isEqualTo(new Calls(24, 22, 20));
    }

    @Test
    void aModelThatWasNotSeenToRunIsAFault() {
        assertThatThrownBy(() -> Calls.of(Map.of(PACKAGE + "OnnxModel.run", 66L)))
                .isInstanceOf(IllegalStateException.class);
    }
}
