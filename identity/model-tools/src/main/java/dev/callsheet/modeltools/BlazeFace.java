package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.modeltools.OnnxGraph.Attribute;
import java.util.List;

/**
 * MediaPipe's BlazeFace (back camera). In: {@code image}, 1 x 3 x 256 x 256, RGB in [-1, 1]. Out: {@code scores}, 1 x
 * 896 x 1 before the sigmoid, and {@code boxes}, 1 x 896 x 16: offsets in pixels from the anchor for centre, size and
 * six points; the 16 x 16 x 2 anchors come first.
 */
final class BlazeFace {
    private static final String PREFIX = "StatefulPartitionedCall/functional_1/tf_op_layer_";

    private final OnnxGraph graph = new OnnxGraph("blazeface-back");
    private final TfjsGraph source;

    BlazeFace(JsonNode model, TfjsWeights weights) {
        source = new TfjsGraph(model, weights, graph, "image");
    }

    byte[] toOnnx() {
        graph.input("image", 1, 3, 256, 256);
        join("scores", PREFIX + "classificators_1/classificators_1", PREFIX + "classificators_2/classificators_2");
        join("boxes", PREFIX + "regressors_1/regressors_1", PREFIX + "regressors_2/regressors_2");
        graph.output("scores", 1, 896, 1);
        graph.output("boxes", 1, 896, 16);
        return graph.toBytes();
    }

    private void join(String output, String coarse, String fine) {
        List<String> parts = List.of(source.tensor(coarse), source.tensor(fine));
        graph.node("Concat", output, parts, Attribute.integer("axis", 1));
    }
}
