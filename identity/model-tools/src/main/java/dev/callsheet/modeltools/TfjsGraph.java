package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.modeltools.OnnxGraph.Attribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries the nodes of a tfjs graph model over to an ONNX graph. tfjs keeps channels last, ONNX keeps them first:
 * weights are moved once, here, and pictures come in with channels first.
 */
final class TfjsGraph {
    private final Map<String, TfjsNode> nodes = new HashMap<>();
    private final TfjsWeights weights;
    private final OnnxGraph graph;
    private final String picture;
    private final Set<String> written = new HashSet<>();

    /**
     * Prepares the conversion; nothing is written yet.
     *
     * @param model the model's JSON file
     * @param picture the ONNX input that takes the place of the graph's one placeholder
     */
    TfjsGraph(JsonNode model, TfjsWeights weights, OnnxGraph graph, String picture) {
        for (JsonNode node : model.at("/modelTopology/node")) {
            nodes.put(node.get("name").textValue(), new TfjsNode(node));
        }
        this.weights = weights;
        this.graph = graph;
        this.picture = picture;
    }

    /**
     * Writes the node and whatever it needs, once; what no output needs is never written.
     *
     * @return the name that the node's result has in the ONNX graph
     * @throws ModelBuildException if there is no such node, or an operator that is not known here
     */
    String tensor(String name) {
        TfjsNode node = nodes.get(name);
        if (node == null) {
            throw new ModelBuildException("the graph has no node named " + name);
        }
        if (node.operator().equals("Placeholder")) {
            return picture;
        }
        if (written.add(name)) {
            write(node, name);
        }
        return name;
    }

    private void write(TfjsNode node, String name) {
        String operator = node.operator();
        switch (operator) {
            case "Const" -> graph.weight(name, scalar(name));
            case "_FusedConv2D", "FusedDepthwiseConv2dNative" -> convolution(node, name);
            case "DepthwiseConv2dNative" -> depthwise(node, name);
            case "AddV2" -> pair("Add", node, name);
            case "Mul", "Sub" -> pair(operator, node, name);
            case "Relu", "Sigmoid", "Identity" -> graph.node(operator, name, List.of(first(node)));
            case "Prelu" -> prelu(node.input(1), name, first(node));
            case "MaxPool" -> pool("MaxPool", node, name);
            case "AvgPool" -> pool("AveragePool", node, name);
            case "Pad" -> pad(node, name);
            case "Reshape" -> reshape(node, name);
            case "Squeeze" -> squeeze(node, name);
            default -> throw new ModelBuildException("the operator " + operator + " is not converted");
        }
    }

    private String first(TfjsNode node) {
        return tensor(node.input(0));
    }

    private void pair(String operator, TfjsNode node, String name) {
        graph.node(operator, name, List.of(first(node), tensor(node.input(1))));
    }

    /** A bare weight among the nodes; one with axes would have to be moved as its reader needs it. */
    private Tensor scalar(String name) {
        Tensor value = weights.get(name);
        if (value.shape().length > 0) {
            throw new ModelBuildException(
                    name + " is not a single number and nobody says how its axes are to be moved");
        }
        return value;
    }

    private void convolution(TfjsNode node, String name) {
        boolean depthwise = node.operator().startsWith("FusedDepthwise");
        String x = first(node);
        Tensor values = weights.get(node.input(1));
        Tensor filters = depthwise ? values.perChannel() : values.outInHeightWidth();
        List<String> from = List.of(
                x, graph.weight(name + "/weights", filters), graph.weight(name + "/bias", weights.get(node.input(2))));
        String activation = node.activation();
        String sum = activation.isEmpty() ? name : name + "/sum";
        if (depthwise) {
            graph.node("Conv", sum, from, node.strides(), node.padding(), groups(filters));
        } else {
            graph.node("Conv", sum, from, node.strides(), node.padding());
        }
        switch (activation) {
            case "" -> {}
            case "Relu" -> graph.node("Relu", name, List.of(sum));
            case "Relu6" -> graph.node("Clip", name, List.of(sum, number("zero", 0), number("six", 6)));
            case "Prelu" -> prelu(node.input(3), name, sum);
            default -> throw new ModelBuildException("the activation " + activation + " is not converted");
        }
    }

    private void depthwise(TfjsNode node, String name) {
        String x = first(node);
        Tensor filters = weights.get(node.input(1)).perChannel();
        List<String> from = List.of(x, graph.weight(name + "/weights", filters));
        graph.node("Conv", name, from, node.strides(), node.padding(), groups(filters));
    }

    private static Attribute groups(Tensor filters) {
        return Attribute.integer("group", filters.shape()[0]);
    }

    /** One slope per channel; tfjs has it as 1 x 1 x channels. */
    private void prelu(String slope, String name, String x) {
        Tensor perChannel = weights.get(slope);
        Tensor moved = new Tensor(new int[] {perChannel.values().length, 1, 1}, perChannel.values());
        graph.node("PRelu", name, List.of(x, graph.weight(name + "/slope", moved)));
    }

    private void pool(String operator, TfjsNode node, String name) {
        graph.node(operator, name, List.of(first(node)), node.kernel(), node.strides(), node.padding());
    }

    private void pad(TfjsNode node, String name) {
        String x = first(node);
        // Pairs of before and after: batch, height, width, channels.
        float[] pads = weights.get(node.input(1)).values();
        long[] moved = new long[8];
        int[] channelsFirst = {0, 3, 1, 2};
        for (int axis = 0; axis < 4; axis++) {
            moved[axis] = (long) pads[2 * channelsFirst[axis]];
            moved[axis + 4] = (long) pads[2 * channelsFirst[axis] + 1];
        }
        graph.node("Pad", name, List.of(x, graph.integers(name + "/pads", moved)));
    }

    /** The shape is meant for channels last, so they are put last before. */
    private void reshape(TfjsNode node, String name) {
        String x = first(node);
        String last = graph.node("Transpose", name + "/last", List.of(x), Attribute.integers("perm", 0, 2, 3, 1));
        float[] shape = weights.get(node.input(1)).values();
        long[] wanted = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            wanted[i] = (long) shape[i];
        }
        graph.node("Reshape", name, List.of(last, graph.integers(name + "/to", wanted)));
    }

    private void squeeze(TfjsNode node, String name) {
        if (node.listed("squeeze_dims", 0) != 1 || node.listed("squeeze_dims", 1) != 2) {
            throw new ModelBuildException(name + " drops other axes than height and width; that is not converted");
        }
        graph.node("Squeeze", name, List.of(first(node), graph.integers(name + "/axes", 2, 3)));
    }

    private String number(String name, float value) {
        return graph.weight(name, new Tensor(new int[0], new float[] {value}));
    }
}
