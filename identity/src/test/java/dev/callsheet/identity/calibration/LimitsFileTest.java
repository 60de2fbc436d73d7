package dev.callsheet.identity.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsFileTest {
    @Test
    void theShippedLimitsNameTheirModelsAndTheFirstThreshold() {
        Limits limits = LimitsFile.read(Optional.empty());

        assertThat(limits.threshold()).isEqualTo(0.604);
        assertThat(limits.embedder().sha256()).hasSize(64);
        assertThat(limits.note()).isNotBlank();
    }

    @Test
    void aForgottenLimitIsNotTakenForZero(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("limits.json");
        Files.writeString(file, "{\"id\":\"mine\",\"threshold\":0.5}");

        assertThatThrownBy(() -> LimitsFile.read(Optional.of(file)))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("the limits file cannot be read");
    }
}
