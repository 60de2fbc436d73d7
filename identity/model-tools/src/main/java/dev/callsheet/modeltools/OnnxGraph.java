package dev.callsheet.modeltools;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX model under construction (onnx.proto, IR version 8, operator set 13). Nodes are written in the order in which
 * they were added, which must be an order of execution. A weight is stored only if a node reads it.
 */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_STRING = 3;
    private static final int ATTRIBUTE_INTS = 7;

    private final String name;
    private final List<ProtoWriter> inputs = new ArrayList<>();
    private final List<ProtoWriter> outputs = new ArrayList<>();
    private final List<ProtoWriter> nodes = new ArrayList<>();
    private final Map<String, ProtoWriter> weights = new LinkedHashMap<>();

    OnnxGraph(String name) {
        this.name = name;
    }

    void input(String tensor, long... shape) {
        inputs.add(valueInfo(tensor, shape));
    }

    void output(String tensor, long... shape) {
        outputs.add(valueInfo(tensor, shape));
    }

    /** Adds a weight and gives back its name. */
    String weight(String tensor, Tensor value) {
        var raw = ByteBuffer.allocate(value.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(value.values());
        var message = new ProtoWriter();
        for (int dimension : value.shape()) {
            message.integer(1, dimension);
        }
        weights.put(tensor, message.integer(2, FLOAT).text(8, tensor).bytes(9, raw.array()));
        return tensor;
    }

    /** Adds a vector of integers, such as a shape or paddings, and gives back its name. */
    String integers(String tensor, long... values) {
        var raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        weights.put(
                tensor,
                new ProtoWriter()
                        .integer(1, values.length)
                        .integer(2, INT64)
                        .text(8, tensor)
                        .bytes(9, raw.array()));
        return tensor;
    }

    /** Adds a node with one output, which is also the node's name, and gives back that name. */
    String node(String operator, String output, List<String> from, Attribute... attributes) {
        var message = new ProtoWriter();
        from.forEach(input -> message.text(1, input));
        message.text(2, output).text(3, output).text(4, operator);
        for (Attribute attribute : attributes) {
            message.message(5, attribute.message());
        }
        nodes.add(message);
        return output;
    }

    byte[] toBytes() {
        var graph = new ProtoWriter();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        weights.values().forEach(weight -> graph.message(5, weight));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        return new ProtoWriter()
                .integer(1, IR_VERSION)
                .text(2, "callsheet model-tools")
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").integer(2, OPERATOR_SET))
                .toBytes();
    }

    private static ProtoWriter valueInfo(String tensor, long[] shape) {
        var dimensions = new ProtoWriter();
        for (long size : shape) {
            dimensions.message(1, new ProtoWriter().integer(1, size));
        }
        var type =
                new ProtoWriter().message(1, new ProtoWriter().integer(1, FLOAT).message(2, dimensions));
        return new ProtoWriter().text(1, tensor).message(2, type);
    }

    /** A node's attribute. */
    record Attribute(ProtoWriter message) {
        static Attribute integer(String name, long value) {
            return new Attribute(
                    new ProtoWriter().text(1, name).integer(3, value).integer(20, ATTRIBUTE_INT));
        }

        static Attribute text(String name, String value) {
            return new Attribute(new ProtoWriter().text(1, name).text(4, value).integer(20, ATTRIBUTE_STRING));
        }

        static Attribute integers(String name, long... values) {
            var message = new ProtoWriter().text(1, name);
            for (long value : values) {
                message.integer(8, value);
            }
            return new Attribute(message.integer(20, ATTRIBUTE_INTS));
        }
    }
}
