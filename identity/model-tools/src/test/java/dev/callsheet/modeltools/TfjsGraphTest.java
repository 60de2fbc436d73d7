package dev.callsheet.modeltools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** On a graph of three convolutions of one number each; ONNX is read back as the text that it also is. */
class TfjsGraphTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theSameGraphGivesTheSameBytes() {
        assertThat(converted("activated")).isEqualTo(converted("activated"));
    }

    @Test
    void onlyWhatAnOutputNeedsIsWritten() {
        String onnx = text(converted("activated"));

        assertThat(onnx).contains("activated/weights").doesNotContain("beside");
    }

    @Test
    void anActivationFollowsTheSumItWasFusedWith() {
        assertThat(text(converted("activated"))).containsSubsequence("activated/sum", "Conv", "PRelu");
        assertThat(text(converted("limited"))).containsSubsequence("limited/sum", "Conv", "Clip");
    }

    @Test
    void aSharedNodeIsWrittenOnce() {
        String onnx = text(converted("twice"));

        assertThat(onnx.split("activated/weights", -1)).hasSize(3);
    }

    @Test
    void anUnknownOperatorIsNamed() {
        assertThatThrownBy(() -> converted("unknown"))
                .isInstanceOf(ModelBuildException.class)
                .hasMessageContaining("Fft2D");
    }

    @Test
    void aMissingNodeIsNamed() {
        assertThatThrownBy(() -> converted("nowhere")).hasMessageContaining("no node named nowhere");
    }

    private byte[] converted(String output) {
        OnnxGraph onnx = new OnnxGraph("small");
        var graph = new TfjsGraph(model(), weights(), onnx, "picture");
        onnx.output(graph.tensor(output), 1, 1, 1, 1);
        return onnx.toBytes();
    }

    private JsonNode model() {
        return parsed("""
                {"modelTopology": {"node": [
                  {"name": "in", "op": "Placeholder"},
                  %s, %s, %s,
                  {"name": "twice", "op": "AddV2", "input": ["activated", "activated"]},
                  {"name": "unknown", "op": "Fft2D", "input": ["in"]}]}}
                """.formatted(
                convolution("activated", "Prelu"), convolution("limited", "Relu6"), convolution("beside", "Relu")));
    }

    private static String convolution(String name, String activation) {
        return """
                {"name": "%s", "op": "_FusedConv2D", "input": ["in", "filters", "bias", "slope"], "attr": {
                  "strides": {"list": {"i": ["1", "1", "1", "1"]}}, "padding": {"s": "%s"},
                  "fused_ops": {"list": {"s": ["%s", "%s"]}}}}
                """.formatted(name, base64("SAME"), base64("BiasAdd"), base64(activation));
    }

    private TfjsWeights weights() {
        JsonNode manifest = parsed("""
                [{"weights": [
                  {"name": "filters", "shape": [1, 1, 1, 1], "dtype": "float32"},
                  {"name": "bias", "shape": [1], "dtype": "float32"},
                  {"name": "slope", "shape": [1, 1, 1], "dtype": "float32"}]}]
                """);
        var bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        return new TfjsWeights(
                manifest, bytes.putFloat(2).putFloat(1).putFloat(0.1f).array());
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] onnx) {
        return new String(onnx, StandardCharsets.ISO_8859_1);
    }
}
