package dev.callsheet.twin.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

    @ParameterizedTest
    @CsvSource({
        "720P, 16:9, 1280, 720",
        "720P, 9:16, 720, 1280",
        "720P, 1:1, 960, 960",
        "1080P, 16:9, 1920, 1080",
        "720P, 4:3, 1108, 832"
    })
    void theAreaStaysAndTheShapeFollowsTheRatio(String resolution, String ratio, int width, int height) {
        assertThat(Resolution.named(resolution).frame(Ratio.named(ratio))).isEqualTo(new FrameSize(width, height));
    }
}
