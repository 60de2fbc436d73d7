package dev.callsheet.modeltools;

import java.util.Arrays;

/** Numbers in row-major order with their shape. The arrays are not copied: treat them as read-only. */
record Tensor(int[] shape, float[] values) {
    Tensor {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new ModelBuildException("a tensor of shape " + Arrays.toString(shape) + " holds " + size
                    + " numbers, found " + values.length);
        }
    }

    /** Convolution weights from height x width x in x out to ONNX's out x in x height x width. */
    Tensor outInHeightWidth() {
        int height = shape[0];
        int width = shape[1];
        int in = shape[2];
        int out = shape[3];
        float[] moved = new float[values.length];
        int from = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < in; i++) {
                    for (int o = 0; o < out; o++) {
                        moved[((o * in + i) * height + y) * width + x] = values[from++];
                    }
                }
            }
        }
        return new Tensor(new int[] {out, in, height, width}, moved);
    }

    /** Depthwise weights from height x width x channels x 1 to ONNX's channels x 1 x height x width. */
    Tensor perChannel() {
        if (shape[3] != 1) {
            throw new ModelBuildException(
                    "depthwise weights with a multiplier of " + shape[3] + "; only 1 is converted");
        }
        return new Tensor(new int[] {shape[0], shape[1], 1, shape[2]}, values).outInHeightWidth();
    }
}
