package dev.callsheet.identity.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.identity.Clips;
import dev.callsheet.identity.Photographs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureIT {
    @TempDir
    private static Path folder;

    private static Path reference;
    private static Path clip;

    @BeforeAll
    static void material() throws Exception {
        reference = folder.resolve("mia.png");
        ImageIO.write(Photographs.image("person-1-a"), "png", reference.toFile());
        clip = new Clips(folder).of("clip", 2, Photographs.image("person-1-b"));
    }

    @Test
    void localClipsAreMeasuredAndLeaveTheirEvidence() throws Exception {
        Path junk = Files.writeString(folder.resolve("junk.mp4"), "no clip");
        Path out = folder.resolve("out");

        Run run = run("score", "--reference", "Mia=" + reference, "--out", out, "--json", clip, junk);

        assertThat(run.code()).isEqualTo(1);
        JsonNode results = Json.read(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(results.at("/" + pointer(clip) + "/verdict").asText()).isEqualTo("PASS");
        assertThat(results.at("/" + pointer(junk) + "/verdict").asText()).isEqualTo("NOT_MEASURABLE");
        assertThat(out.resolve("clip.mp4")).isDirectoryContaining("glob:**/report.html");
        assertThat(Files.list(out.resolve("clip.mp4"))
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("report.json", "report.html", "sheet.png", "curve.svg", "frames.csv");
        assertThat(run.err()).contains("1 of 2  clip.mp4", "2 of 2  junk.mp4  NOT_MEASURABLE");
    }

    @Test
    void aWrongWordIsNamedWithWhatIsAllowed() {
        assertThat(run("score", "--reference", "Mia", clip).err()).contains("found 'Mia'; expected NAME=FILE");
        assertThat(run("score", "--reference", "Mia=" + reference, "--kind", "Mia=dog", clip)
                        .err())
                .contains("found 'dog'; allowed are human, character, object");
        assertThat(run("score", "--reference", "Mia=" + reference, "--kind", "Max=human", clip)
                        .err())
                .contains("found 'Max'; allowed are the names of --reference: Mia");
        assertThat(run("score", "--reference", "Mia=" + reference, folder.resolve("away.mp4"))
                        .err())
                .contains("CLIP: found no readable file");
        assertThat(run("score", clip).code()).isEqualTo(2);
    }

    @Test
    void aCalibrationNeedsEnoughPeopleAndACastMayTighten() throws Exception {
        for (String id : new String[] {"person-1-a", "person-1-b", "person-2-a", "person-2-d", "person-4-a"}) {
            Path own = Files.createDirectories(folder.resolve("people/person/" + Photographs.person(id)));
            ImageIO.write(Photographs.image(id), "png", own.resolve(id + ".png").toFile());
        }
        Path made = folder.resolve("calibration.json");

        Run refused = run("calibrate", "--far", "0.01", "--out", made, folder.resolve("people"));
        Run tightened = run("calibrate", "--cast", "--out", made, folder.resolve("people"));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("false-accept rate: found 0.01; with 8 pairs of different people");
        assertThat(tightened.code()).isZero();
        assertThat(Files.readString(made)).contains("tightened to", "claims no rate of its own");
        assertThat(run("score", "--calibration", made, "--reference", "Mia=" + reference, clip)
                        .out())
                .startsWith("PASS");
    }

    private record Run(int code, String out, String err) {}

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Measure.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = line.execute(words);
        return new Run(code, out.toString(), err.toString());
    }

    private static String pointer(Path path) {
        return path.toString().replace("~", "~0").replace("/", "~1");
    }
}
