package dev.callsheet.modeltools;

import dev.callsheet.modeltools.OnnxGraph.Attribute;
import java.util.List;

/**
 * dlib's face recognition network (a 29-layer ResNet by Davis King, weights in the public domain) from its tfjs weights.
 * In: {@code chip}, 1 x 3 x 150 x 150, RGB, (x - mean) / 256. Out: {@code embedding}, 1 x 128, compared by Euclidean
 * distance.
 */
final class DlibFace {
    private final TfjsWeights weights;
    private final OnnxGraph graph = new OnnxGraph("dlib-face");

    DlibFace(TfjsWeights weights) {
        this.weights = weights;
    }

    byte[] toOnnx() {
        graph.input("chip", 1, 3, 150, 150);
        String x = relu(convolution("chip", "conv32_down", 2));
        x = graph.node(
                "MaxPool",
                "pool32",
                List.of(x),
                Attribute.integers("kernel_shape", 3, 3),
                Attribute.integers("strides", 2, 2));
        x = plain(plain(plain(x, "conv32_1"), "conv32_2"), "conv32_3");
        x = down(x, "conv64_down", 32, false);
        x = plain(plain(plain(x, "conv64_1"), "conv64_2"), "conv64_3");
        x = down(x, "conv128_down", 64, false);
        x = plain(plain(x, "conv128_1"), "conv128_2");
        // 8 -> 3 by the valid convolution, 8 -> 4 by the pool: dlib fills up with zeros; so again from 4 to 1 and 2.
        x = down(x, "conv256_down", 128, true);
        x = plain(plain(x, "conv256_1"), "conv256_2");
        x = down(x, "conv256_down_out", 0, true);
        x = graph.node("GlobalAveragePool", "mean", List.of(x));
        x = graph.node("Flatten", "flat", List.of(x), Attribute.integer("axis", 1));
        graph.node("MatMul", "embedding", List.of(x, graph.weight("fc", weights.get("fc"))));
        graph.output("embedding", 1, 128);
        return graph.toBytes();
    }

    private String plain(String x, String block) {
        String inner = relu(convolution(x, block + "/conv1", 1));
        inner = convolution(inner, block + "/conv2", 1);
        return relu(graph.node("Add", block + "/add", List.of(inner, x)));
    }

    /** Halves the size; {@code newChannels} are added to the shortcut as zeros. */
    private String down(String x, String block, int newChannels, boolean fillUp) {
        String inner = relu(convolution(x, block + "/conv1", 2));
        inner = convolution(inner, block + "/conv2", 1);
        if (fillUp) {
            inner = pad(inner, block + "/fill", 0, 1);
        }
        String pooled = graph.node(
                "AveragePool",
                block + "/pool",
                List.of(x),
                Attribute.integers("kernel_shape", 2, 2),
                Attribute.integers("strides", 2, 2));
        if (newChannels > 0) {
            pooled = pad(pooled, block + "/widen", newChannels, 0);
        }
        return relu(graph.node("Add", block + "/add", List.of(inner, pooled)));
    }

    private String pad(String x, String name, int channels, int bottomRight) {
        String pads = graph.integers(name + "/pads", 0, 0, 0, 0, 0, channels, bottomRight, bottomRight);
        return graph.node("Pad", name, List.of(x, pads));
    }

    private String relu(String x) {
        return graph.node("Relu", x + "/relu", List.of(x));
    }

    /** A convolution with dlib's affine layer (a scale and a shift per channel) folded into its weights. */
    private String convolution(String x, String layer, int stride) {
        Tensor filters = weights.get(layer + "/conv/filters").outInHeightWidth();
        float[] bias = weights.get(layer + "/conv/bias").values();
        float[] scale = weights.get(layer + "/scale/weights").values();
        float[] shift = weights.get(layer + "/scale/biases").values();
        int perChannel = filters.values().length / bias.length;
        float[] folded = new float[filters.values().length];
        float[] foldedBias = new float[bias.length];
        for (int channel = 0; channel < bias.length; channel++) {
            for (int i = channel * perChannel; i < (channel + 1) * perChannel; i++) {
                folded[i] = filters.values()[i] * scale[channel];
            }
            foldedBias[channel] = bias[channel] * scale[channel] + shift[channel];
        }
        long pad = stride == 1 ? filters.shape()[2] / 2 : 0;
        return graph.node(
                "Conv",
                layer,
                List.of(
                        x,
                        graph.weight(layer + "/weights", new Tensor(filters.shape(), folded)),
                        graph.weight(layer + "/bias", new Tensor(new int[] {bias.length}, foldedBias))),
                Attribute.integers("strides", stride, stride),
                Attribute.integers("pads", pad, pad, pad, pad));
    }
}
