package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the scorer's model folder: the ONNX files for faces, likeness and speech, the sheet's font and {@code
 * models.json} with what each takes, gives and came from. Does nothing if the folder is already what {@code
 * checksums.json} says.
 */
public final class MakeModels {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path target;
    private final Packages packages;
    private final JsonNode checksums;

    private MakeModels(Path source, Path target) throws IOException {
        this.target = target;
        this.packages = new Packages(source);
        this.checksums = JSON.readTree(source.resolve("checksums.json").toFile());
    }

    /**
     * Runs the step.
     *
     * @param args the folder of package.json, package-lock.json and checksums.json; the folder to make
     * @throws ModelBuildException if a package cannot be had or a file is not the one that was expected
     */
    public static void main(String[] args) throws IOException {
        new MakeModels(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath()).run();
    }

    private void run() throws IOException {
        // Also when the models are there: tests and the demo read photographs from the packages.
        packages.install();
        if (isCurrent()) {
            return;
        }
        Map<String, byte[]> inputs = new TreeMap<>();
        for (JsonNode input : checksums.get("inputs")) {
            String path =
                    input.get("package").textValue() + "/" + input.get("file").textValue();
            inputs.put(
                    input.get("id").textValue(),
                    Checksums.readChecked(
                            packages.file(path), input.get("sha256").textValue()));
        }
        Map<String, byte[]> outputs = convert(inputs);
        Files.createDirectories(target);
        for (var output : outputs.entrySet()) {
            Checksums.require(output.getKey(), Checksums.of(output.getValue()), expected(output.getKey()));
            Files.write(target.resolve(output.getKey()), output.getValue());
        }
        Files.writeString(target.resolve("models.json"), description());
        System.out.println("Made the models: " + String.join(", ", outputs.keySet()));
    }

    private static Map<String, byte[]> convert(Map<String, byte[]> inputs) throws IOException {
        JsonNode detector = JSON.readTree(inputs.get("blazeface-graph"));
        JsonNode mesh = JSON.readTree(inputs.get("facemesh-graph"));
        JsonNode likeness = BrowserModule.object(inputs.get("mobilenet-graph"));
        byte[] likenessWeights =
                BrowserModule.bytes(List.of(inputs.get("mobilenet-weights-1"), inputs.get("mobilenet-weights-2")));
        JsonNode embedder = JSON.readTree(inputs.get("dlib-manifest"));
        Map<String, byte[]> outputs = new TreeMap<>();
        outputs.put(
                "blazeface.onnx", new BlazeFace(detector, weights(detector, inputs.get("blazeface-weights"))).toOnnx());
        outputs.put("facemesh.onnx", new FaceMesh(mesh, weights(mesh, inputs.get("facemesh-weights"))).toOnnx());
        outputs.put("mobilenet.onnx", new MobileNet(likeness, weights(likeness, likenessWeights)).toOnnx());
        outputs.put("dlib-face.onnx", new DlibFace(new TfjsWeights(embedder, inputs.get("dlib-weights"))).toOnnx());
        outputs.put("silero-vad.onnx", inputs.get("silero-vad"));
        outputs.put("sheet-font.ttf", inputs.get("font"));
        return outputs;
    }

    private static TfjsWeights weights(JsonNode model, byte[] file) {
        return new TfjsWeights(model.get("weightsManifest"), file);
    }

    private boolean isCurrent() throws IOException {
        Path description = target.resolve("models.json");
        if (!Files.exists(description) || !Files.readString(description).equals(description())) {
            return false;
        }
        for (JsonNode output : checksums.get("outputs")) {
            Path file = target.resolve(output.get("file").textValue());
            if (!Files.exists(file)
                    || !Checksums.of(Files.readAllBytes(file))
                            .equals(output.get("sha256").textValue())) {
                return false;
            }
        }
        return true;
    }

    private String expected(String file) {
        for (JsonNode output : checksums.get("outputs")) {
            if (output.get("file").textValue().equals(file)) {
                return output.get("sha256").textValue();
            }
        }
        throw new ModelBuildException(file + " has no entry in checksums.json");
    }

    private String description() throws IOException {
        ObjectNode description = JSON.createObjectNode();
        description.set("models", checksums.get("outputs"));
        description.set("sources", checksums.get("inputs"));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n";
    }
}
