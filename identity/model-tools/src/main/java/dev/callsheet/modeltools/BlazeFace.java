package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.modeltools.OnnxGraph.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MediaPipe's BlazeFace (back camera) from its tfjs graph, with channels moved to the front. In: {@code image}, 1 x 3 x
 * 256 x 256, RGB in [-1, 1]. Out: {@code scores}, 1 x 896 x 1 before the sigmoid, and {@code boxes}, 1 x 896 x 16:
 * offsets in pixels from the anchor for centre, size and six points; the 16 x 16 x 2 anchors come first.
 */
final class BlazeFace {
    private final Map<String, JsonNode> nodes = new HashMap<>();
    private final TfjsWeights weights;
    private final OnnxGraph graph = new OnnxGraph("blazeface-back");
    private final Set<String> written = new HashSet<>();

    BlazeFace(JsonNode topology, TfjsWeights weights) {
        for (JsonNode node : topology.get("node")) {
            nodes.put(node.get("name").textValue(), node);
        }
        this.weights = weights;
    }

    byte[] toOnnx() {
        graph.input("image", 1, 3, 256, 256);
        String prefix = "StatefulPartitionedCall/functional_1/tf_op_layer_";
        join("scores", prefix + "classificators_1/classificators_1", prefix + "classificators_2/classificators_2");
        join("boxes", prefix + "regressors_1/regressors_1", prefix + "regressors_2/regressors_2");
        graph.output("scores", 1, 896, 1);
        graph.output("boxes", 1, 896, 16);
        return graph.toBytes();
    }

    private void join(String output, String coarse, String fine) {
        graph.node("Concat", output, List.of(tensor(coarse), tensor(fine)), Attribute.integer("axis", 1));
    }

    /** Writes the node and whatever it needs, once; what no output needs is never written. */
    private String tensor(String name) {
        JsonNode node = nodes.get(name);
        if (node == null) {
            throw new ModelBuildException("the detector's graph has no node named " + name);
        }
        String operator = node.get("op").textValue();
        if (operator.equals("Placeholder")) {
            return "image";
        }
        if (written.add(name)) {
            write(operator, name, node);
        }
        return name;
    }

    private void write(String operator, String name, JsonNode node) {
        String x = tensor(input(node, 0));
        switch (operator) {
            case "_FusedConv2D" -> convolution(name, node, x);
            case "DepthwiseConv2dNative" -> {
                Tensor filters = weights.get(input(node, 1)).perChannel();
                graph.node(
                        "Conv",
                        name,
                        List.of(x, graph.weight(name + "/weights", filters)),
                        strides(node),
                        padding(node),
                        Attribute.integer("group", filters.shape()[0]));
            }
            case "AddV2" -> graph.node("Add", name, List.of(x, tensor(input(node, 1))));
            case "Relu" -> graph.node("Relu", name, List.of(x));
            case "MaxPool" ->
                graph.node(
                        "MaxPool",
                        name,
                        List.of(x),
                        Attribute.integers("kernel_shape", listed(node, "ksize", 1), listed(node, "ksize", 2)),
                        strides(node),
                        padding(node));
            case "Pad" -> {
                float[] pads = weights.get(input(node, 1)).values();
                String moved = graph.integers(
                        name + "/pads",
                        (long) pads[0],
                        (long) pads[6],
                        (long) pads[2],
                        (long) pads[4],
                        (long) pads[1],
                        (long) pads[7],
                        (long) pads[3],
                        (long) pads[5]);
                graph.node("Pad", name, List.of(x, moved));
            }
            case "Reshape" -> {
                String last =
                        graph.node("Transpose", name + "/last", List.of(x), Attribute.integers("perm", 0, 2, 3, 1));
                float[] shape = weights.get(input(node, 1)).values();
                String wanted = graph.integers(name + "/to", (long) shape[0], (long) shape[1], (long) shape[2]);
                graph.node("Reshape", name, List.of(last, wanted));
            }
            default -> throw new ModelBuildException("the detector's operator " + operator + " is not converted");
        }
    }

    private void convolution(String name, JsonNode node, String x) {
        Tensor filters = weights.get(input(node, 1)).outInHeightWidth();
        List<String> from = List.of(
                x, graph.weight(name + "/weights", filters), graph.weight(name + "/bias", weights.get(input(node, 2))));
        JsonNode fused = node.at("/attr/fused_ops/list/s");
        boolean relu = fused.size() == 2 && decoded(fused.get(1)).equals("Relu");
        String sum = graph.node("Conv", relu ? name + "/sum" : name, from, strides(node), padding(node));
        if (relu) {
            graph.node("Relu", name, List.of(sum));
        }
    }

    private static Attribute strides(JsonNode node) {
        return Attribute.integers("strides", listed(node, "strides", 1), listed(node, "strides", 2));
    }

    private static Attribute padding(JsonNode node) {
        String padding = decoded(node.at("/attr/padding/s"));
        return Attribute.text("auto_pad", padding.equals("SAME") ? "SAME_UPPER" : padding);
    }

    private static long listed(JsonNode node, String attribute, int index) {
        return Long.parseLong(
                node.at("/attr/" + attribute + "/list/i").get(index).asText());
    }

    private static String input(JsonNode node, int index) {
        return node.get("input").get(index).textValue();
    }

    private static String decoded(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.textValue()), StandardCharsets.UTF_8);
    }
}
