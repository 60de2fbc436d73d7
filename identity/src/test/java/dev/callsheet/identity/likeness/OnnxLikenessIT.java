package dev.callsheet.identity.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.identity.likeness.Likeness.Band;
import dev.callsheet.identity.likeness.Likeness.Bands;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.ModelsUnusable;
import dev.callsheet.identity.picture.Picture;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real network on drawn characters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxLikenessIT {
    private static final Bands LINES = new Bands(0.69, 0.58);
    private static final Color GREY = new Color(120, 120, 130);
    private static final Color BROWN = new Color(150, 95, 50);
    private static final Color TEAL = new Color(30, 140, 150);
    private static final Color MEADOW = new Color(170, 210, 140);
    private static final Color SKY = new Color(150, 190, 235);

    private final ModelFiles files = new ModelFiles(Optional.empty());
    private OnnxLikeness model;
    private Likeness hare;

    @BeforeAll
    void load() throws IOException {
        model = new OnnxLikeness(files, sha256());
        hare = Likeness.of(
                List.of(
                        seen(Mascot.hare(BROWN, MEADOW, 0)),
                        seen(Mascot.hare(BROWN, SKY, 1)),
                        seen(Mascot.hare(BROWN, MEADOW, -2))),
                LINES);
    }

    @AfterAll
    void unload() {
        model.close();
    }

    /** From TensorFlow.js 4.22 (CPU) on the package's own graph and the same pixels. */
    @Test
    void theFeaturesAreThoseOfTheOriginalGraph() {
        float[] features = model.features(gradient());

        assertThat(features).hasSize(1792);
        assertThat(features[832]).isCloseTo(5.764256f, within(1e-3f));
        assertThat(features[312]).isCloseTo(4.669799f, within(1e-3f));
        assertThat(features[1061]).isCloseTo(4.465633f, within(1e-3f));
        assertThat(Vectors.dot(features, features)).isCloseTo(23.700193 * 23.700193, within(0.05));
    }

    @Test
    void theSameMascotInAnotherPoseIsLikelyTheSame() {
        assertThat(hare.compare(seen(Mascot.hare(BROWN, SKY, 2))).band()).isEqualTo(Band.LIKELY_SAME);
    }

    @Test
    void anotherMascotIsLikelyDifferent() {
        assertThat(hare.compare(seen(Mascot.robot(GREY, MEADOW, 0))).band()).isEqualTo(Band.LIKELY_DIFFERENT);
    }

    @Test
    void aRecolouredMascotIsLessLikeItButMoreThanAnother() {
        double same = hare.compare(seen(Mascot.hare(BROWN, SKY, 2))).similarity();
        double recoloured = hare.compare(seen(Mascot.hare(TEAL, SKY, 2))).similarity();
        double other = hare.compare(seen(Mascot.robot(BROWN, SKY, 2))).similarity();

        assertThat(recoloured).isLessThan(same - 0.05).isGreaterThan(other + 0.05);
    }

    @Test
    void theSamePictureGivesOne() {
        Impression picture = seen(Mascot.hare(BROWN, SKY, 1));

        assertThat(picture.similarity(seen(Mascot.hare(BROWN, SKY, 1)))).isCloseTo(1, within(1e-6));
    }

    @Test
    void aModelWithAnotherChecksumIsRefused() {
        assertThatThrownBy(() -> new OnnxLikeness(files, "0".repeat(64)))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("mobilenet.onnx");
    }

    private Impression seen(Picture picture) {
        return Impression.of(picture, model);
    }

    /** Red grows to the right, green downwards, blue is a chequer of 28 px. */
    private static Picture gradient() {
        byte[] rgb = new byte[224 * 224 * 3];
        for (int i = 0; i < 224 * 224; i++) {
            int x = i % 224;
            int y = Math.floorDiv(i, 224);
            rgb[i * 3] = (byte) x;
            rgb[i * 3 + 1] = (byte) y;
            rgb[i * 3 + 2] = (byte) (Math.floorDiv(x, 28) % 2 == Math.floorDiv(y, 28) % 2 ? 0 : 255);
        }
        return new Picture(224, 224, rgb);
    }

    private String sha256() throws IOException {
        JsonNode described = JsonMapper.builder().build().readTree(files.resource("models.json"));
        for (JsonNode made : described.get("models")) {
            if (made.get("file").textValue().equals("mobilenet.onnx")) {
                return made.get("sha256").textValue();
            }
        }
        throw new IllegalStateException("models.json does not name mobilenet.onnx");
    }
}
