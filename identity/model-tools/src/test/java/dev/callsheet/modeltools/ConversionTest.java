package dev.callsheet.modeltools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private final JsonMapper json = JsonMapper.builder().build();

    /** The example of protobuf.dev, "Encoding": field 1, value 150; and field 2, text "testing". */
    @Test
    void theWireFormatIsThatOfTheSpecification() {
        byte[] bytes = new ProtoWriter().integer(1, 150).text(2, "testing").toBytes();

        assertThat(bytes).containsExactly(0x08, 0x96, 0x01, 0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67);
    }

    @Test
    void quantisedWeightsAreWidened() throws Exception {
        var manifest = json.readTree("[{\"weights\":[{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\","
                + "\"quantization\":{\"dtype\":\"uint8\",\"scale\":0.5,\"min\":-1}}]}]");

        var weights = new TfjsWeights(manifest, new byte[] {0, (byte) 255});

        assertThat(weights.get("w").values()).containsExactly(-1f, 126.5f);
    }

    /** 1.5 and -2 in IEEE 754 binary16, little-endian. */
    @Test
    void halvesAreWidened() throws Exception {
        var manifest = json.readTree("[{\"weights\":[{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\","
                + "\"quantization\":{\"dtype\":\"float16\",\"original_dtype\":\"float32\"}}]}]");

        var weights = new TfjsWeights(manifest, new byte[] {0x00, 0x3e, 0x00, (byte) 0xc0});

        assertThat(weights.get("w").values()).containsExactly(1.5f, -2f);
    }

    @Test
    void weightsThatNobodyNamesAreAnError() throws Exception {
        var manifest = json.readTree("[{\"weights\":[{\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"}]}]");

        assertThatThrownBy(() -> new TfjsWeights(manifest, new byte[6])).hasMessageContaining("2 bytes of weights");
    }

    @Test
    void aConvolutionsWeightsAreMovedToChannelsFirst() {
        float[] values = new float[2 * 3 * 4 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Tensor moved = new Tensor(new int[] {2, 3, 4, 5}, values).outInHeightWidth();

        assertThat(moved.shape()).containsExactly(5, 4, 2, 3);
        // out 4, in 1, y 1, x 2 comes from y 1, x 2, in 1, out 4.
        assertThat(moved.values()[((4 * 4 + 1) * 2 + 1) * 3 + 2]).isEqualTo(((1 * 3 + 2) * 4 + 1) * 5 + 4f);
    }

    @Test
    void aChangedFileIsNamedWithBothChecksums() {
        assertThatThrownBy(() -> Checksums.require("blazeface.onnx", "aa", "bb"))
                .hasMessageContaining("blazeface.onnx has SHA-256 aa, expected bb");
    }
}
