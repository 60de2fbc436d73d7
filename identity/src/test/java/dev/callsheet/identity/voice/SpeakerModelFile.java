package dev.callsheet.identity.voice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A speaker model of one node, in the wire format of protocol buffers (onnx.proto, operator set 13): how much each of the
 * 80 bands moves over the frames, as {@code ReduceL2} over them.
 */
final class SpeakerModelFile {
    private static final int FLOAT = 1;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SpeakerModelFile() {}

    /** {@code [1, frames, bands]} in, {@code [1, bands]} out. */
    static byte[] bytes(int bands) {
        SpeakerModelFile axes = fields().text(1, "axes").number(8, 1).number(20, 7);
        SpeakerModelFile keepDimensions =
                fields().text(1, "keepdims").number(3, 0).number(20, 2);
        SpeakerModelFile node = fields().text(1, "feats")
                .text(2, "embs")
                .text(4, "ReduceL2")
                .message(5, axes)
                .message(5, keepDimensions);
        SpeakerModelFile graph = fields().message(1, node)
                .text(2, "speaker")
                .message(11, tensor("feats", size(1), fields().text(2, "frames"), size(bands)))
                .message(12, tensor("embs", size(1), size(bands)));
        return fields().number(1, 8)
                .message(7, graph)
                .message(8, fields().text(1, "").number(2, 13))
                .out
                .toByteArray();
    }

    private static SpeakerModelFile tensor(String name, SpeakerModelFile... sizes) {
        SpeakerModelFile shape = fields();
        for (SpeakerModelFile size : sizes) {
            shape.message(1, size);
        }
        return fields().text(1, name)
                .message(2, fields().message(1, fields().number(1, FLOAT).message(2, shape)));
    }

    private static SpeakerModelFile size(int size) {
        return fields().number(1, size);
    }

    private static SpeakerModelFile fields() {
        return new SpeakerModelFile();
    }

    private SpeakerModelFile number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private SpeakerModelFile text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private SpeakerModelFile message(int field, SpeakerModelFile value) {
        return block(field, value.out.toByteArray());
    }

    private SpeakerModelFile block(int field, byte[] bytes) {
        varint((long) field << 3 | 2);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
