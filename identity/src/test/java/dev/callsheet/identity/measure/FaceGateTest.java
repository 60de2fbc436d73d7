package dev.callsheet.identity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.face.FaceQuality;
import org.junit.jupiter.api.Test;

class FaceGateTest {
    private static final FaceQuality GOOD = new FaceQuality(200, 1, 0, 0.3, 1);

    @Test
    void aGoodFaceIsMeasured() {
        assertThat(FaceGate.face(GOOD)).isTrue();
        assertThat(why(GOOD)).isEmpty();
    }

    @Test
    void whatTheMeshDoubtsIsNotMeasuredAndWhatItDeniesIsNoFace() {
        assertThat(why(new FaceQuality(200, 0.8, 0, 0.3, 1))).isEqualTo("it may be no human face");
        assertThat(FaceGate.face(new FaceQuality(200, 0.8, 0, 0.3, 1))).isTrue();
        assertThat(FaceGate.face(new FaceQuality(200, 0.4, 0, 0.3, 1))).isFalse();
    }

    @Test
    void whatIsTooSmallTurnedBlurredOrCutOffSaysWhy() {
        assertThat(why(new FaceQuality(23, 1, 0, 0.3, 1))).contains("23 px high; at least 24 px");
        assertThat(why(new FaceQuality(200, 1, -36, 0.3, 1))).contains("turned away by 36 degrees");
        assertThat(why(new FaceQuality(200, 1, 0, 0.009, 1))).contains("blurred");
        assertThat(why(new FaceQuality(200, 1, 0, 0.3, 0.6))).contains("cut off");
    }

    @Test
    void aSmallOrTurnedFaceWeighsLess() {
        Limits.Quality limits = Sample.limits().quality();

        assertThat(FaceGate.weight(new FaceQuality(47, 1, 0, 0.3, 1), limits))
                .isLessThan(FaceGate.weight(GOOD, limits));
        assertThat(FaceGate.weight(new FaceQuality(200, 1, 30, 0.3, 1), limits))
                .isLessThan(FaceGate.weight(GOOD, limits));
    }

    private static String why(FaceQuality quality) {
        return FaceGate.why(quality, Sample.limits().quality()).orElse("");
    }
}
