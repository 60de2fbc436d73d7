package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The named weights of a TensorFlow.js model: a manifest and its one binary file, quantised bytes and halves widened to floats. */
final class TfjsWeights {
    private final Map<String, Tensor> tensors = new HashMap<>();

    /**
     * Reads all weights of a manifest.
     *
     * @throws ModelBuildException if the manifest and the file's length do not agree or a number type is unknown
     */
    TfjsWeights(JsonNode manifest, byte[] file) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode weight : manifest.get(0).get("weights")) {
            tensors.put(weight.get("name").textValue(), read(weight, bytes));
        }
        if (bytes.hasRemaining()) {
            throw new ModelBuildException(bytes.remaining() + " bytes of weights are named by no manifest entry");
        }
    }

    /** The weight of that name; throws if there is none. */
    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelBuildException("the model has no weight named " + name);
        }
        return tensor;
    }

    private static Tensor read(JsonNode weight, ByteBuffer bytes) {
        int[] shape = new int[weight.get("shape").size()];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = weight.get("shape").get(i).intValue();
            size *= shape[i];
        }
        float[] values = new float[size];
        JsonNode quantization = weight.path("quantization");
        String type = (quantization.isMissingNode() ? weight : quantization)
                .get("dtype")
                .textValue();
        // tfjs multiplies and adds in double precision and stores single: value = q * scale + min. Halves have neither.
        double scale = quantization.path("scale").asDouble(1);
        double min = quantization.path("min").asDouble(0);
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case "uint8" -> (float) ((bytes.get() & 0xff) * scale + min);
                case "float16" -> Float.float16ToFloat(bytes.getShort());
                case "float32" -> bytes.getFloat();
                case "int32" -> bytes.getInt();
                default -> throw new ModelBuildException("weights of type " + type + " are not converted");
            };
        }
        return new Tensor(shape, values);
    }
}
