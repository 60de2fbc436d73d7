package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.modeltools.OnnxGraph.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One node of a tfjs graph: its operator, where its inputs come from and its attributes as ONNX writes them. */
record TfjsNode(JsonNode json) {
    String name() {
        return json.get("name").textValue();
    }

    String operator() {
        return json.get("op").textValue();
    }

    String input(int index) {
        return json.get("input").get(index).textValue();
    }

    Attribute strides() {
        return Attribute.integers("strides", listed("strides", 1), listed("strides", 2));
    }

    Attribute kernel() {
        return Attribute.integers("kernel_shape", listed("ksize", 1), listed("ksize", 2));
    }

    Attribute padding() {
        String padding = decoded(json.at("/attr/padding/s"));
        return Attribute.text("auto_pad", padding.equals("SAME") ? "SAME_UPPER" : padding);
    }

    /** What is done to a convolution's sum besides adding the bias: {@code Relu}, {@code Relu6}, {@code Prelu} or nothing. */
    String activation() {
        List<String> fused = new ArrayList<>();
        json.at("/attr/fused_ops/list/s").forEach(operator -> fused.add(decoded(operator)));
        if (fused.isEmpty() || fused.size() > 2 || !fused.getFirst().equals("BiasAdd")) {
            throw new ModelBuildException(
                    name() + " fuses " + fused + "; only a bias and one activation are converted");
        }
        return fused.size() == 1 ? "" : fused.getLast();
    }

    /** An element of a list of integers. */
    long listed(String attribute, int index) {
        return Long.parseLong(
                json.at("/attr/" + attribute + "/list/i").get(index).asText());
    }

    private static String decoded(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.textValue()), StandardCharsets.UTF_8);
    }
}
