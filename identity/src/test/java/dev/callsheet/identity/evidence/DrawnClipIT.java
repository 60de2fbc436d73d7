package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.Clips;
import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.measure.Verdict.Outcome;
import dev.callsheet.identity.onnx.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The models take the drawn faces for faces, and the two for different people; so what they show can be shown where no
 * photograph may be. The sheet in {@code docs} is this test's.
 */
class DrawnClipIT {
    private static final int FPS = 8;
    private static final double SWITCH = 3;

    @TempDir
    private Path folder;

    @Test
    void aDrawnHeroineWhoBecomesSomebodyElseIsFoundOutAndShown() throws Exception {
        Path file = clip();
        ModelFiles models = new ModelFiles(Optional.empty());
        try (var instruments = new Instruments(
                models, CalibrationFile.read(Optional.empty()), Optional.empty(), Duration.ofSeconds(30))) {
            Measurement measurement =
                    instruments.scorer().score(List.of(mia()), Clips.open(instruments.ffmpeg(), file), Map.of());

            OfCharacter mia = measurement.report().characters().getFirst();
            assertThat(mia.verdict().outcome()).isEqualTo(Outcome.FAIL);
            assertThat(mia.scores()).isNotNull();
            assertThat(mia.scores().coverage()).isEqualTo(1);
            assertThat(mia.scores().failing().getFirst().from()).isCloseTo(SWITCH, within(0.25));
            ContactSheet sheet = new ContactSheet(models);
            Path evidence = Files.createDirectories(Path.of("target/evidence"));
            Files.write(evidence.resolve("drawn-clip.png"), sheet.png(measurement));
            Files.write(evidence.resolve("drawn-clip.html"), new ClipPage(sheet).html("Spot 3", measurement));
            assertThat(evidence.resolve("drawn-clip.png")).isNotEmptyFile();
        }
    }

    private static Binding mia() {
        List<Reference> references = IntStream.range(0, 3)
                .mapToObj(i -> Reference.picture(
                        "mia-" + (i + 1) + ".png",
                        () -> DrawnFace.picture(DrawnFace.MIA.image(DrawnFace.Pose.at(i * 0.6 + 0.3), 480, 480, 0.8))))
                .toList();
        return new Binding("Mia", references);
    }

    private Path clip() throws Exception {
        for (int i = 0; i < 5 * FPS; i++) {
            double seconds = (double) i / FPS;
            DrawnFace face = seconds < SWITCH ? DrawnFace.MIA : DrawnFace.OTTO;
            var frame = face.image(DrawnFace.Pose.at(seconds), 640, 360, 0.85);
            ImageIO.write(
                    frame, "png", folder.resolve("frame-%02d.png".formatted(i)).toFile());
        }
        Path clip = folder.resolve("drawn.mp4");
        Clips.run(List.of(
                "-y",
                "-v",
                "error",
                "-framerate",
                String.valueOf(FPS),
                "-i",
                folder.resolve("frame-%02d.png").toString(),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "18",
                "-pix_fmt",
                "yuv420p",
                clip.toString()));
        return clip;
    }
}
