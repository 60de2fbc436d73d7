package dev.callsheet.identity.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.ModelsUnusable;
import dev.callsheet.identity.onnx.OnnxModel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A speaker model of the operator's, as WeSpeaker exports them. One input of floats, {@code [1, frames, 80]}: log mel
 * energies of the speech at 16 kHz (samples on the scale of 16 bits, frames of 25 ms every 10 ms, pre-emphasis 0.97,
 * Hamming window, no dither, 20 to 8000 Hz), less their mean over the utterance. The first output is the embedding,
 * {@code [1, n]}. Thread-safe; one thread per call.
 */
public final class OnnxSpeakerModel implements SpeakerModel, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIELDS = Set.of("model", "sha256", "threshold", "source");

    private final Description description;
    private final OnnxModel model;
    private final String input;
    private final String output;

    private OnnxSpeakerModel(Description description, ModelFiles files) {
        this.description = description;
        model = new OnnxModel(files, description.model(), description.sha256());
        if (model.inputs().size() != 1) {
            throw new ModelsUnusable("speaker model " + description.model() + " has "
                    + model.inputs().size() + " inputs; it must have one");
        }
        input = model.inputs().iterator().next();
        output = model.outputs().iterator().next();
    }

    /**
     * Reads the description and loads the model beside it.
     *
     * @throws ModelsUnusable if either is missing or has not the form, if the model's SHA-256 is another, or if it does
     *     not answer a second of sound with an embedding
     */
    public static OnnxSpeakerModel open(Path description) {
        OnnxSpeakerModel model = new OnnxSpeakerModel(describe(description), beside(description));
        try {
            model.embed(new Sound(new float[Sound.RATE], Sound.RATE));
            return model;
        } catch (IllegalStateException e) {
            model.close();
            throw new ModelsUnusable("the speaker model does not keep the contract: " + e.getMessage(), e);
        }
    }

    private static Description describe(Path file) {
        try {
            JsonNode told = JSON.readTree(Files.readString(file));
            if (told == null || !Set.copyOf(names(told)).equals(FIELDS)) {
                throw new ModelsUnusable("the speaker model's description must be an object of model, sha256, threshold"
                        + " and source; found " + (told == null ? "nothing" : names(told)));
            }
            if (!told.get("threshold").isNumber()) {
                throw new ModelsUnusable("the speaker model's description: threshold must be a number");
            }
            return new Description(
                    told.get("model").asText(),
                    told.get("sha256").asText(),
                    told.get("threshold").asDouble(),
                    told.get("source").asText());
        } catch (IllegalArgumentException e) {
            throw new ModelsUnusable("the speaker model's description: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelsUnusable("the speaker model's description cannot be read as JSON", e);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ModelFiles beside(Path file) {
        return new ModelFiles(Optional.ofNullable(file.toAbsolutePath().getParent()));
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public float[] embed(Sound speech) {
        float[] features = Fbank.of(speech);
        long[] shape = {1, features.length / Fbank.BANDS, Fbank.BANDS};
        return model.run(input, FloatBuffer.wrap(features), shape, output).getFirst();
    }

    @Override
    public void close() {
        model.close();
    }
}
