package dev.callsheet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.calibration.LimitsFile;
import dev.callsheet.identity.evidence.ContactSheet;
import dev.callsheet.identity.evidence.ReportJson;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipScorer;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.measure.Verdict.Outcome;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.OnnxFaces;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipScorerIT {
    @TempDir
    private static Path folder;

    private static Ffmpeg ffmpeg;
    private static OnnxFaces faces;
    private static Limits limits;
    private static Path rightPerson;
    private static Path otherPerson;
    private static Path nobody;
    private static Path switched;

    @BeforeAll
    static void makeClips() throws Exception {
        limits = LimitsFile.read(Optional.empty());
        faces = new OnnxFaces(new ModelFiles(Optional.empty()), limits);
        ffmpeg = new Ffmpeg(new BundledPrograms(), Duration.ofSeconds(30));
        Clips clips = new Clips(folder);
        rightPerson = clips.of("right", 5, Photographs.image("person-1-b"));
        otherPerson = clips.of("other", 5, Photographs.image("person-3-a"));
        nobody = clips.of("nobody", 3, Clips.nobody());
        switched = clips.of("switched", 2.6, Photographs.image("person-1-b"), Photographs.image("person-4-a"));
    }

    @AfterAll
    static void close() throws Exception {
        faces.close();
        ffmpeg.close();
    }

    @Test
    void aClipOfTheRightPersonPasses() throws Exception {
        ClipReport report = score(rightPerson, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.PASS);
        assertThat(only(report).framesWithin()).isEqualTo(1.0);
        assertThat(only(report).coverage()).isEqualTo(1.0);
        assertThat(report.clip().frames()).isEqualTo(125);
    }

    @Test
    void aClipOfAnotherPersonFails() throws Exception {
        ClipReport report = score(otherPerson, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(only(report).framesWithin()).isZero();
        assertThat(only(report).nearest()).isGreaterThan(limits.threshold());
    }

    @Test
    void aClipWithoutAFaceIsNotMeasurableAndNotAFailure() throws Exception {
        ClipReport report = score(nobody, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(only(report).noFace()).isEqualTo(only(report).sampled());
        assertThat(only(report).framesWithin()).isNull();
    }

    @Test
    void aSwitchOfPersonIsFoundWithinAQuarterOfASecond() throws Exception {
        ClipReport report = score(switched, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.FAIL);
        CharacterScores scores = only(report);
        assertThat(scores.failing()).hasSize(1);
        assertThat(scores.failing().getFirst().from()).isCloseTo(2.6, within(0.25));
        assertThat(scores.drift()).isGreaterThan(0.3);
    }

    @Test
    void theSameClipTwiceGivesTheSameBytes() throws Exception {
        Measurement first = score(switched, heroine());
        Measurement second = score(switched, heroine());

        assertThat(new ReportJson().write(second.report())).isEqualTo(new ReportJson().write(first.report()));
        ContactSheet sheet = new ContactSheet(new ModelFiles(Optional.empty()));
        assertThat(sheet.png(second)).isEqualTo(sheet.png(first));
    }

    @Test
    void theOrderOfReferencesAndCharactersDoesNotMatter() throws Exception {
        Binding man = Photographs.binding("Max", "person-2-a", "person-2-b", "person-2-c");
        Binding sameMan = Photographs.binding("Max", "person-2-c", "person-2-a", "person-2-b");

        ClipReport report = score(rightPerson, heroine(), man).report();
        ClipReport swapped = score(rightPerson, sameMan, heroine()).report();

        assertThat(swapped.verdict()).isEqualTo(report.verdict());
        assertThat(swapped.characters().get(1).scores())
                .isEqualTo(report.characters().get(0).scores());
        assertThat(swapped.characters().get(0).scores())
                .isEqualTo(report.characters().get(1).scores());
    }

    @Test
    void theNearestFaceCountsAndNotTheLargest() throws Exception {
        BufferedImage both = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        var g = both.createGraphics();
        g.drawImage(Photographs.image("person-4-a"), 40, 0, 557, 720, null);
        g.drawImage(Photographs.image("person-1-b"), 800, 300, 328, 400, null);
        g.dispose();
        Path clip = new Clips(folder).of("both", 3, both);

        ClipReport report = score(clip, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.PASS);
    }

    @Test
    void withoutAUsableReferenceNothingIsMeasured() throws Exception {
        Binding faceless =
                new Binding("Mia", List.of(new Reference("ball.png", () -> Photographs.picture(Clips.nobody()))));

        ClipReport report = score(rightPerson, faceless).report();

        assertThat(report.verdict()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(report.reasons().getFirst().text()).contains("no reference shows a face");
        assertThat(report.characters().getFirst().warnings())
                .extracting(Binding.Warning::code)
                .containsExactly("reference.no_face");
    }

    @Test
    void aFaceTooSmallIsNeitherFailedNorPassed() throws Exception {
        BufferedImage far = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        var g = far.createGraphics();
        g.drawImage(Photographs.image("person-3-a").getScaledInstance(31, 40, 4), 620, 340, null);
        g.dispose();
        Path clip = new Clips(folder).of("far", 3, far);

        ClipReport report = score(clip, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(report.characters().getFirst().frames()).noneMatch(frame -> frame.state() == FrameScore.State.BELOW);
    }

    @Test
    void theSheetShowsReferencesWorstAndMedianFrames() throws Exception {
        Path sheets = Files.createDirectories(Path.of("target/sheets"));
        ContactSheet sheet = new ContactSheet(new ModelFiles(Optional.empty()));
        for (Path clip : List.of(rightPerson, switched, nobody)) {
            byte[] png = sheet.png(score(clip, heroine()));
            Files.write(sheets.resolve(clip.getFileName() + ".png"), png);
            assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        }
        Binding man = Photographs.binding("Måx (Größe 2)", "person-2-a", "person-2-b", "person-2-c");
        Files.write(sheets.resolve("two.png"), sheet.png(score(switched, heroine(), man)));
    }

    @Test
    void fiveSecondsOf720pTakeLessThanFourSecondsOfComputing() throws Exception {
        score(rightPerson, heroine());
        long children = childCpu();
        long own =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        for (int i = 0; i < 3; i++) {
            score(rightPerson, heroine());
        }
        long spent =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() - own;
        System.out.println(
                "CPU per clip: " + spent / 3 + " ms in the JVM, " + (childCpu() - children) / 3 + " ms in the decoder");

        assertThat(spent / 3 + (childCpu() - children) / 3).isLessThan(4000);
    }

    @Test
    void aMascotIsNotMeasuredByFace() throws Exception {
        Binding mascot = new Binding("Bolt", false, heroine().references(), List.of());

        ClipReport report = score(rightPerson, mascot).report();

        assertThat(report.verdict()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(report.reasons().getFirst().rule()).isEqualTo("kind = human");
    }

    /** Milliseconds of all children that have ended (proc(5): cutime and cstime, in hundredths of a second). */
    private static long childCpu() throws Exception {
        String[] stat = Files.readString(Path.of("/proc/self/stat"))
                .replaceAll("^.*\\) ", "")
                .split(" ");
        return (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * 10;
    }

    private static Binding heroine() {
        return Photographs.binding("Mia", "person-1-a", "person-1-b");
    }

    private static Measurement score(Path clip, Binding... bindings) throws Exception {
        return new ClipScorer(faces).score(List.of(bindings), Clips.open(ffmpeg, clip), limits);
    }

    private static CharacterScores only(ClipReport report) {
        return report.characters().getFirst().scores();
    }
}
