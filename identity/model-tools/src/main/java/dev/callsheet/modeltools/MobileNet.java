package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * MobileNetV2 (width 1.4) up to the features that its classifier would read; the classifier is left out. In: {@code
 * image}, 1 x 3 x 224 x 224, RGB in [0, 1]. Out: {@code features}, 1 x 1792, compared by cosine.
 */
final class MobileNet {
    private static final int FEATURES = 1792;
    private static final String PREFIX = "StatefulPartitionedCall/sequential/keras_layer/StatefulPartitionedCall/"
            + "StatefulPartitionedCall/StatefulPartitionedCall/predict/";

    private final OnnxGraph graph = new OnnxGraph("mobilenet-v2-140");
    private final TfjsGraph source;

    MobileNet(JsonNode model, TfjsWeights weights) {
        source = new TfjsGraph(model, weights, graph, "image");
    }

    byte[] toOnnx() {
        graph.input("image", 1, 3, 224, 224);
        String pooled = source.tensor(PREFIX + "feature_vector/SpatialSqueeze");
        graph.node("Identity", "features", List.of(pooled));
        graph.output("features", 1, FEATURES);
        return graph.toBytes();
    }
}
