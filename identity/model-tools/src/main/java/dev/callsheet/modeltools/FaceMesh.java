package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * MediaPipe's FaceMesh. In: {@code face}, 1 x 3 x 192 x 192, RGB in [0, 1]: an upright face with a margin. Out: {@code
 * points}, 1 x 468 x 3: x, y and depth in pixels of the input, numbered like MediaPipe's canonical face; and {@code
 * flag}, 1 x 1: after the sigmoid, 0 to 1, whether there is a face at all.
 */
final class FaceMesh {
    private static final int POINTS = 468;

    private final OnnxGraph graph = new OnnxGraph("facemesh");
    private final TfjsGraph source;

    FaceMesh(JsonNode model, TfjsWeights weights) {
        source = new TfjsGraph(model, weights, graph, "face");
    }

    byte[] toOnnx() {
        graph.input("face", 1, 3, 192, 192);
        String mesh = source.tensor("StatefulPartitionedCall/model_1/output_mesh/Reshape");
        graph.node("Reshape", "points", List.of(mesh, graph.integers("points/to", 1, POINTS, 3)));
        String flag = source.tensor("StatefulPartitionedCall/model_1/output_faceflag/Reshape");
        graph.node("Identity", "flag", List.of(flag));
        graph.output("points", 1, POINTS, 3);
        graph.output("flag", 1, 1);
        return graph.toBytes();
    }
}
