package dev.callsheet.modeltools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the scorer's model folder: {@code blazeface.onnx}, {@code dlib-face.onnx}, the sheet's font and
 * {@code models.json} with where each came from. Does nothing if the folder is already what {@code checksums.json} says.
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
        Map<String, byte[]> outputs = new TreeMap<>();
        JsonNode detector = JSON.readTree(inputs.get("blazeface-graph"));
        var detectorWeights = new TfjsWeights(detector.get("weightsManifest"), inputs.get("blazeface-weights"));
        outputs.put("blazeface.onnx", new BlazeFace(detector.get("modelTopology"), detectorWeights).toOnnx());
        var faceWeights = new TfjsWeights(JSON.readTree(inputs.get("dlib-manifest")), inputs.get("dlib-weights"));
        outputs.put("dlib-face.onnx", new DlibFace(faceWeights).toOnnx());
        outputs.put("sheet-font.ttf", inputs.get("font"));
        Files.createDirectories(target);
        for (var output : outputs.entrySet()) {
            Checksums.require(output.getKey(), Checksums.of(output.getValue()), expected(output.getKey()));
            Files.write(target.resolve(output.getKey()), output.getValue());
        }
        Files.writeString(target.resolve("models.json"), description());
        System.out.println("Made the face models: " + String.join(", ", outputs.keySet()));
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
