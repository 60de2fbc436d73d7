package dev.callsheet.scorer.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.onnx.ModelsUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationsTest {
    private static final TenantId DEMO = new TenantId("demo");

    private final Calibration usual = CalibrationFile.read(Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void aCampaignIsJudgedByItsOwnAndTheOthersByTheUsualOne() throws IOException {
        put("demo/spring.json", CalibrationFile.text(usual).replace("\"threshold\" : 0.601", "\"threshold\" : 0.5"));

        Calibrations calibrations = new Calibrations(usual, Optional.of(folder));

        assertThat(calibrations.of(DEMO, "spring").limits().threshold()).isEqualTo(0.5);
        assertThat(calibrations.of(DEMO, "autumn")).isEqualTo(usual);
        assertThat(calibrations.of(new TenantId("other"), "spring")).isEqualTo(usual);
        assertThat(calibrations.of(DEMO, null)).isEqualTo(usual);
    }

    @Test
    void aCampaignsNameLeadsToNoOtherTenantsFile() throws IOException {
        put("other/spring.json", CalibrationFile.text(usual).replace("\"threshold\" : 0.601", "\"threshold\" : 0.5"));

        Calibrations calibrations = new Calibrations(usual, Optional.of(folder));

        assertThat(calibrations.of(DEMO, "../other/spring")).isEqualTo(usual);
    }

    @Test
    void aCalibrationOfOtherModelsStopsTheStartAndALaterOneIsRefused() throws IOException {
        Calibrations calibrations = new Calibrations(usual, Optional.of(folder));
        String strange =
                CalibrationFile.text(usual).replace(usual.models().embedder().sha256(), "0".repeat(64));
        put("demo/spring.json", strange);

        assertThatThrownBy(() -> calibrations.of(DEMO, "spring"))
                .isInstanceOf(ModelsUnusable.class)
                .hasMessageContaining("spring.json was made for other models");
        assertThatThrownBy(() -> new Calibrations(usual, Optional.of(folder))).isInstanceOf(ModelsUnusable.class);
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
