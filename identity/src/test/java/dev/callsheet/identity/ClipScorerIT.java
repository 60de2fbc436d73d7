package dev.callsheet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.evidence.ContactSheet;
import dev.callsheet.identity.evidence.ReportJson;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.measure.Verdict.Outcome;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.picture.Box;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipScorerIT {
    @TempDir
    private static Path folder;

    private static Instruments instruments;
    private static Limits limits;
    private static Path rightPerson;
    private static Path otherPerson;
    private static Path nobody;
    private static Path switched;

    @BeforeAll
    static void makeClips() throws Exception {
        instruments = new Instruments(
                new ModelFiles(Optional.empty()),
                CalibrationFile.read(Optional.empty()),
                Optional.empty(),
                Duration.ofSeconds(30));
        limits = instruments.calibration().limits();
        Clips clips = new Clips(folder);
        rightPerson = clips.of("right", 5, Photographs.image("person-1-b"));
        otherPerson = clips.of("other", 5, Photographs.image("person-3-a"));
        nobody = clips.of("nobody", 3, Clips.nobody());
        switched = clips.of("switched", 2.6, Photographs.image("person-1-b"), Photographs.image("person-4-a"));
    }

    @AfterAll
    static void close() {
        instruments.close();
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
                new Binding("Mia", List.of(Reference.picture("ball.png", () -> Photographs.picture(Clips.nobody()))));

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
    void aMascotIsNotMeasuredByFace() throws Exception {
        Binding mascot =
                new Binding("Bolt", VideoRequest.Kind.CHARACTER, heroine().references());

        ClipReport report = score(rightPerson, mascot).report();

        assertThat(report.verdict()).isEqualTo(Outcome.REVIEW);
        assertThat(report.characters().getFirst().scores()).isNull();
        assertThat(report.characters().getFirst().likeness()).isNotNull();
    }

    @Test
    void permutedBindingsFlipTheResult() throws Exception {
        Binding right = Photographs.binding("Mia", "person-1-a", "person-1-b");
        Binding wrong = Photographs.binding("Mia", "person-3-a");

        assertThat(score(rightPerson, right).report().verdict()).isEqualTo(Outcome.PASS);
        assertThat(score(rightPerson, wrong).report().verdict()).isEqualTo(Outcome.FAIL);
        assertThat(score(otherPerson, wrong).report().verdict()).isEqualTo(Outcome.PASS);
        assertThat(score(otherPerson, right).report().verdict()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aSlowMorphIsNoPass() throws Exception {
        Path clip =
                new Clips(folder).morph("morph", 5, Photographs.image("person-1-b"), Photographs.image("person-4-a"));

        ClipReport report = score(clip, heroine()).report();

        assertThat(report.verdict()).isNotEqualTo(Outcome.PASS);
        assertThat(only(report).drift()).isGreaterThan(limits.pass().drift());
        assertThat(only(report).slope()).isPositive();
        assertThat(report.sampling().refined()).isPositive();
        assertThat(only(report).failing().getFirst().from()).isBetween(1.0, 4.0);
    }

    @Test
    void aLateSwitchIsFound() throws Exception {
        Path clip = new Clips(folder)
                .of("late", new double[] {4.2, 0.8}, Photographs.image("person-1-b"), Photographs.image("person-4-a"));

        ClipReport report = score(clip, heroine()).report();

        assertThat(report.verdict()).isEqualTo(Outcome.REVIEW);
        assertThat(only(report).failing().getLast().from()).isCloseTo(4.2, within(0.1));
        assertThat(report.sampling().cuts())
                .hasSize(1)
                .first()
                .satisfies(cut -> assertThat(cut).isCloseTo(4.2, within(0.05)));
    }

    @Test
    void theRightPersonUnderAHeavyGradePasses() throws Exception {
        Path graded = new Clips(folder)
                .filtered(
                        "graded",
                        rightPerson,
                        "colorchannelmixer=rr=1.1:gg=0.8:bb=0.45,eq=contrast=1.2:saturation=0.6");

        assertThat(score(graded, heroine()).report().verdict()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aCharacterPinnedBeforeIsMeasuredByThatAndNotByTheRequestsPictures() throws Exception {
        var pinned = instruments.references().examine(heroine()).prototype().orElseThrow();
        Binding binding = new Binding(
                "Mia",
                VideoRequest.Kind.HUMAN,
                Photographs.binding("x", "person-3-a").references(),
                Optional.of(new Binding.Pinned("Mia, version 1", pinned)),
                List.of());

        ClipReport report = score(rightPerson, binding).report();

        assertThat(report.verdict()).isEqualTo(Outcome.PASS);
        assertThat(report.characters().getFirst().prototype()).isEqualTo("Mia, version 1");
    }

    @Test
    void aPollutedSetOfReferencesIsRefusedAndTheOddOneNamed() throws Exception {
        Binding polluted =
                Photographs.binding("Max", "person-2-a", "person-2-b", "person-3-a", "person-2-c", "person-2-d");

        ClipReport report = score(rightPerson, polluted).report();

        assertThat(report.verdict()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(report.reasons().getFirst().text()).contains("person-3-a shows somebody else than the other 4");
    }

    @Test
    void ofTwoCharactersEachIsMeasuredByItsOwnFace() throws Exception {
        Path clip = new Clips(folder).of("pair", 3, pair("person-1-b", "person-4-a"));
        Binding mia = heroine();
        Binding ann = Photographs.binding("Ann", "person-4-a");

        ClipReport report = score(clip, mia, ann).report();

        assertThat(report.verdict()).isEqualTo(Outcome.PASS);
        assertThat(report.characters())
                .allSatisfy(character ->
                        assertThat(character.scores().framesWithin()).isEqualTo(1));
        assertThat(box(report, 0)).isNotEqualTo(box(report, 1));
    }

    @Test
    void ofTwoWhoLookAlikeNeitherIsSaidToBeEither() throws Exception {
        Path clip = new Clips(folder).of("twins", 3, pair("person-1-b", "person-1-b"));
        Binding one = Photographs.binding("One", "person-1-a");
        Binding other = Photographs.binding("Other", "person-1-a");

        ClipReport report = score(clip, one, other).report();

        assertThat(report.verdict()).isEqualTo(Outcome.REVIEW);
        assertThat(report.characters())
                .allSatisfy(character ->
                        assertThat(character.frames()).allMatch(frame -> frame.state() == FrameScore.State.AMBIGUOUS));
    }

    @Test
    void aStillThatMovesOnlyAsAWholeIsFlaggedAsACopy() throws Exception {
        ClipReport report = score(rightPerson, heroine()).report();

        assertThat(report.characters().getFirst().flags())
                .extracting(ClipReport.Flag::code)
                .contains("COPY_PASTE");
        assertThat(score(rightPerson, Photographs.binding("Mia", "person-1-a"))
                        .report()
                        .characters()
                        .getFirst()
                        .flags())
                .isEmpty();
    }

    @Test
    void whatStandsStillAndWhatChangesColourIsFlagged() throws Exception {
        Path frozen = new Clips(folder).filtered("frozen", rightPerson, "tpad=stop_mode=clone:stop_duration=2");
        Path faded = new Clips(folder).filtered("faded", rightPerson, "fade=t=in:st=0:d=5:color=orange");

        assertThat(score(frozen, heroine()).report().flags())
                .extracting(ClipReport.Flag::code)
                .contains("FROZEN");
        assertThat(score(faded, heroine()).report().flags())
                .extracting(ClipReport.Flag::code)
                .contains("PALETTE_DRIFT");
        assertThat(score(rightPerson, heroine()).report().flags()).isEmpty();
    }

    private static BufferedImage pair(String left, String right) {
        BufferedImage both = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        var g = both.createGraphics();
        g.drawImage(Photographs.image(left), 60, 60, 500, 600, null);
        g.drawImage(Photographs.image(right), 720, 60, 500, 600, null);
        g.dispose();
        return both;
    }

    private static Box box(ClipReport report, int character) {
        return report.characters().get(character).frames().get(5).box();
    }

    private static Binding heroine() {
        return Photographs.binding("Mia", "person-1-a", "person-1-b");
    }

    private static Measurement score(Path clip, Binding... bindings) throws Exception {
        return instruments.scorer().score(List.of(bindings), Clips.open(instruments.ffmpeg(), clip), Map.of());
    }

    private static CharacterScores only(ClipReport report) {
        return report.characters().getFirst().scores();
    }
}
