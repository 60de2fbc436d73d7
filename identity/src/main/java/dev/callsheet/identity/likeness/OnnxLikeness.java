package dev.callsheet.identity.likeness;

import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.OnnxModel;
import dev.callsheet.identity.picture.AreaAverage;
import dev.callsheet.identity.picture.Picture;
import java.lang.foreign.Arena;
import java.nio.FloatBuffer;

/** MobileNetV2 (width 1.4) on ONNX Runtime, without its classifier. Thread-safe. */
public final class OnnxLikeness implements LikenessModel, AutoCloseable {
    private static final int SIDE = 224;
    private static final long[] SHAPE = {1, 3, SIDE, SIDE};

    private final OnnxModel model;

    /** @throws dev.callsheet.identity.onnx.ModelsUnusable if the model is missing or has another SHA-256 */
    public OnnxLikeness(ModelFiles files, String sha256) {
        model = new OnnxModel(files, "mobilenet.onnx", sha256);
    }

    @Override
    public float[] features(Picture picture) {
        float[] rgb = AreaAverage.of(picture, SIDE, SIDE);
        int plane = SIDE * SIDE;
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = OnnxModel.floats(arena, 3 * plane);
            for (int i = 0; i < plane; i++) {
                for (int channel = 0; channel < 3; channel++) {
                    input.put(channel * plane + i, rgb[i * 3 + channel] / 255);
                }
            }
            return model.run("image", input, SHAPE, "features").getFirst();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
