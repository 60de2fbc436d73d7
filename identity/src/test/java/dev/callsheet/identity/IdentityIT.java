package dev.callsheet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.ModelsUnusable;
import dev.callsheet.identity.onnx.OnnxFaces;
import dev.callsheet.identity.picture.Picture;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityIT {
    private static final Map<String, Embedding> EMBEDDINGS = new HashMap<>();
    /** The first values only: a whole embedding would be personal data. */
    private static final float[] GOLDEN = {
        -0.0581625f,
        0.099322736f,
        0.12825654f,
        -0.102460556f,
        -0.116705365f,
        -0.034591068f,
        -0.072143674f,
        -0.079591945f
    };

    private static OnnxFaces faces;
    private static Calibration calibration;

    @BeforeAll
    static void embed() {
        calibration = CalibrationFile.read(Optional.empty());
        faces = new OnnxFaces(new ModelFiles(Optional.empty()), calibration.models());
        for (String id : Photographs.ids()) {
            Picture picture = Photographs.picture(id);
            List<Face> found = faces.detect(picture, 1);
            assertThat(found).as(id).hasSize(1);
            EMBEDDINGS.put(id, faces.embed(picture, found.getFirst()));
        }
    }

    @AfterAll
    static void close() {
        faces.close();
    }

    @Test
    void theThresholdPartsOnePersonFromAnother() {
        List<Double> same = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (String a : Photographs.ids()) {
            for (String b : Photographs.ids()) {
                if (a.compareTo(b) < 0) {
                    boolean one = Photographs.person(a).equals(Photographs.person(b));
                    (one ? same : other).add(EMBEDDINGS.get(a).distance(EMBEDDINGS.get(b)));
                }
            }
        }
        assertThat(same)
                .hasSize(11)
                .allSatisfy(distance ->
                        assertThat(distance).isLessThan(calibration.limits().threshold()));
        assertThat(other)
                .hasSize(55)
                .allSatisfy(distance ->
                        assertThat(distance).isGreaterThan(calibration.limits().threshold()));
        System.out.printf("same %.3f to %.3f, other %.3f to %.3f%n", min(same), max(same), min(other), max(other));
    }

    /** Pins the whole path: channels, mean, alignment, resampling and weights. */
    @Test
    void anEmbeddingStaysWhatItWas() {
        assertThat(EMBEDDINGS.get("person-1-b").values()).hasSize(128);
        for (int i = 0; i < GOLDEN.length; i++) {
            assertThat(EMBEDDINGS.get("person-1-b").values()[i]).isCloseTo(GOLDEN[i], within(1e-3f));
        }
    }

    @Test
    void swappedColoursGiveAnotherEmbedding() {
        Picture picture = Photographs.picture("person-1-b");
        byte[] swapped = picture.rgb().clone();
        for (int i = 0; i < swapped.length; i += 3) {
            swapped[i] = picture.rgb()[i + 2];
            swapped[i + 2] = picture.rgb()[i];
        }
        Picture wrong = new Picture(picture.width(), picture.height(), swapped);

        Embedding embedding = faces.embed(wrong, faces.detect(picture, 1).getFirst());

        assertThat(embedding.distance(EMBEDDINGS.get("person-1-b"))).isGreaterThan(0.05);
    }

    @Test
    void aDamagedModelStopsTheStart(@TempDir Path folder) throws Exception {
        for (String file : List.of("blazeface.onnx", "facemesh.onnx", "dlib-face.onnx")) {
            try (InputStream in = IdentityIT.class.getResourceAsStream("/models/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        byte[] model = Files.readAllBytes(folder.resolve("dlib-face.onnx"));
        model[model.length / 2] ^= 1;
        Files.write(folder.resolve("dlib-face.onnx"), model);

        assertThatThrownBy(() -> new OnnxFaces(new ModelFiles(Optional.of(folder)), calibration.models()))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("dlib-face.onnx has SHA-256")
                .hasMessageContaining("the calibration was made for "
                        + calibration.models().embedder().sha256());
    }

    @Test
    void everyFaceOfAGroupIsFound() {
        assertThat(faces.detect(Photographs.whole("person-3-a"), 1)).hasSize(4);
        assertThat(faces.detect(Photographs.whole("person-1-a"), 1)).hasSize(3);
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
