package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.onnx.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leaves everything in {@code target/evidence}, so that one can look. */
class EvidenceLooksTest {
    private static final Path FOLDER = Path.of("target/evidence");

    @Test
    void eachKindOfOutcomeIsDrawnAndWritten() throws IOException {
        Files.createDirectories(FOLDER);
        ContactSheet sheet = new ContactSheet(new ModelFiles(Optional.empty()));
        ClipPage page = new ClipPage(sheet);
        Map<String, Measurement> measurements = Map.of(
                "pass", Drawn.pass(),
                "switched", Drawn.switched(),
                "no-face", Drawn.noFace(),
                "ambiguous", Drawn.ambiguous(),
                "two", Drawn.two(),
                "mascot", Drawn.mascot(),
                "hostile", Drawn.hostile(),
                "unreadable", Drawn.unreadable());
        for (var entry : measurements.entrySet()) {
            Measurement measurement = entry.getValue();
            byte[] png = sheet.png(measurement);
            write(entry.getKey() + ".png", png);
            write(entry.getKey() + ".svg", new ScoreCurve().svg(measurement.report()));
            write(entry.getKey() + ".html", page.html("Spot 3, " + entry.getKey(), measurement));
            assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    void campaignsAreDrawnAndWritten() throws IOException {
        Files.createDirectories(FOLDER);
        CampaignSheet sheet = new CampaignSheet(new ModelFiles(Optional.empty()));
        Map<String, CampaignReport> campaigns = Map.of(
                "small", DrawnCampaign.small(),
                "large", DrawnCampaign.large(),
                "empty", DrawnCampaign.empty());
        for (var entry : campaigns.entrySet()) {
            byte[] png = sheet.png(entry.getValue());
            write("campaign-" + entry.getKey() + ".png", png);
            write("campaign-" + entry.getKey() + ".html", new CampaignPage().html(entry.getValue()));
            assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    private static void write(String name, byte[] bytes) throws IOException {
        Files.write(FOLDER.resolve(name), bytes);
    }
}
