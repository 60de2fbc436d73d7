package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.contracts.Json;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSpeakerModelIT {
    private static final Sound MAN = Sounds.voice(110, 1, 5);
    private static final Sound WOMAN = Sounds.voice(210, 1.17, 5);

    @TempDir
    Path folder;

    @Test
    void theModelReadsFeaturesOfAnyLengthAndItsThresholdDecides() throws Exception {
        double threshold = 0.999;
        try (OnnxSpeakerModel model = OnnxSpeakerModel.open(described(SpeakerModelFile.bytes(80), threshold))) {
            VoiceMeter meter = new VoiceMeter(new LoudActivity(), Optional.of(model));

            VoiceReport same = meter.measure(Optional.of(Sounds.voice(110, 1, 7)), Optional.of(MAN));
            VoiceReport other = meter.measure(Optional.of(WOMAN), Optional.of(MAN));

            assertThat(same.status()).isEqualTo(VoiceReport.Status.MEASURED);
            assertThat(same.comparison().speaker().atThreshold()).isTrue();
            assertThat(same.comparison().speaker().model()).isEqualTo("speaker.onnx");
            assertThat(other.comparison().speaker().atThreshold()).isFalse();
            assertThat(other.comparison().speaker().cosine())
                    .isLessThan(same.comparison().speaker().cosine());
        }
    }

    /** The node is simple enough to be computed here: the model has seen what {@link Fbank} made. */
    @Test
    void theModelSeesTheFeaturesAsTheyAre() throws Exception {
        float[] features = Fbank.of(MAN);
        try (OnnxSpeakerModel model = OnnxSpeakerModel.open(described(SpeakerModelFile.bytes(80), 0.5))) {
            float[] embedding = model.embed(MAN);

            assertThat(embedding).hasSize(80);
            for (int band = 0; band < 80; band += 13) {
                double sum = 0;
                for (int i = band; i < features.length; i += 80) {
                    sum += features[i] * features[i];
                }
                assertThat((double) embedding[band]).isCloseTo(Math.sqrt(sum), within(1e-2));
            }
        }
    }

    @Test
    void aModelThatIsNotTheDescribedOneIsRefused() throws Exception {
        Path description = described(SpeakerModelFile.bytes(80), 0.5);
        Files.write(folder.resolve("speaker.onnx"), SpeakerModelFile.bytes(81));

        assertThatThrownBy(() -> OnnxSpeakerModel.open(description))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void aModelOfOtherFeaturesIsRefusedBeforeItIsNeeded() throws Exception {
        Path description = described(SpeakerModelFile.bytes(40), 0.5);

        assertThatThrownBy(() -> OnnxSpeakerModel.open(description))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("does not keep the contract");
    }

    @Test
    void aDescriptionThatSaysTooLittleOrTooMuchIsRefused() throws Exception {
        Path description = folder.resolve("speaker.json");
        assertRefused(description, "cannot be read");
        Files.writeString(description, "{\"model\":\"speaker.onnx\"}");
        assertRefused(description, "found [model]");
        Files.writeString(description, json(SpeakerModelFile.bytes(80), 0.5).replace("source", "origin"));
        assertRefused(description, "origin");
        Files.writeString(description, json(SpeakerModelFile.bytes(80), 0.5).replace("0.5", "\"0.5\""));
        assertRefused(description, "threshold must be a number");
        Files.writeString(description, "no JSON");
        assertRefused(description, "cannot be read as JSON");
        Files.writeString(description, json(SpeakerModelFile.bytes(80), 45));
        assertRefused(description, "threshold must lie between -1 and 1");
    }

    private static void assertRefused(Path description, String why) {
        assertThatThrownBy(() -> OnnxSpeakerModel.open(description))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining(why);
    }

    private Path described(byte[] model, double threshold) throws IOException {
        Files.write(folder.resolve("speaker.onnx"), model);
        return Files.writeString(folder.resolve("speaker.json"), json(model, threshold));
    }

    private static String json(byte[] model, double threshold) {
        return "{\"model\":\"speaker.onnx\",\"sha256\":\"%s\",\"threshold\":%s,\"source\":\"a test\"}"
                .formatted(Json.sha256(model), threshold);
    }
}
