package dev.callsheet.identity.evidence;

import dev.callsheet.contracts.VideoRequest.Kind;
import dev.callsheet.identity.clip.ClipFacts;
import dev.callsheet.identity.measure.Binding.Warning;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.Flag;
import dev.callsheet.identity.measure.ClipReport.LikenessScores;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.ClipReport.Ruler;
import dev.callsheet.identity.measure.ClipReport.Sampled;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.measure.Verdict.Outcome;
import dev.callsheet.identity.measure.Verdict.Reason;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.voice.Levels;
import dev.callsheet.identity.voice.Pitch;
import dev.callsheet.identity.voice.VoiceReport;
import java.util.List;
import java.util.stream.IntStream;

/** Measurements made by hand, with drawn faces: one for each way that a clip can come out. */
final class Drawn {
    private static final Limits LIMITS = new Limits(
            0.604,
            0.5,
            0.05,
            new Limits.Quality(48, 24, 0.9, 35, 0.02),
            new Limits.Pass(0.6, 8, 0.9, 0.5, 0.15, 0.1),
            new Limits.Fail(0.5, 1.5),
            0.3,
            new Limits.Likeness(0.8, 0.4),
            new Limits.Flags(6, 0.5, 0.6, 1));
    private static final Ruler RULER = new Ruler(
            "drawn-1",
            "Made by hand for drawn faces: it holds for nobody.",
            "blazeface-back",
            "dlib-face-resnet",
            "euclidean",
            0.01,
            0.01,
            LIMITS);
    private static final ClipFacts CLIP = new ClipFacts("ab".repeat(32), 1280, 720, 125, 5);
    private static final List<String> NAMES = List.of("mia-front.jpg", "mia-left.jpg", "mia-smile.jpg");
    private static final List<Warning> NO_WARNINGS = List.of();

    private Drawn() {}

    static Measurement pass() {
        DrawnFrames frames = DrawnFrames.of(DrawnFace.MIA, 21).alike(0, 21, 0.31);
        return of(Outcome.PASS, List.of(), List.of(), frames.character("Mia", pass(1), NAMES, NO_WARNINGS), frames);
    }

    static Measurement switched() {
        DrawnFrames frames = DrawnFrames.of(DrawnFace.MIA, 21)
                .alike(0, 11, 0.33)
                .other(DrawnFace.OTTO, 11, 21, 0.74)
                .refined(DrawnFace.OTTO, 2.67, 0.73);
        Verdict verdict = new Verdict(
                Outcome.FAIL,
                List.of(new Reason(
                        "failingSeconds < 1.5", 2.33, 1.5, "the face is too far from the references for too long")));
        return of(
                Outcome.FAIL,
                List.of(new Flag("PALETTE_DRIFT", "the colours change from beginning to end", 0.41, 0.6)),
                List.of(2.6),
                frames.character("Mia", verdict, NAMES, NO_WARNINGS),
                frames);
    }

    static Measurement noFace() {
        DrawnFrames frames = DrawnFrames.of(DrawnFace.MIA, 13).unseen(0, 10).unclear(10, 13, "the face is 19 px high");
        Verdict verdict = new Verdict(
                Outcome.NOT_MEASURABLE,
                List.of(
                        new Reason(
                                "coverage >= 0.3",
                                0.0,
                                0.3,
                                "of 13 frames 10 show no face for it, 3 none that can be measured, 0 one that might be another's")));
        List<Warning> warnings =
                List.of(new Warning("mia-left.jpg", "reference.turned_away", "the head is turned by 47 degrees"));
        return of(
                Outcome.NOT_MEASURABLE,
                List.of(),
                List.of(),
                frames.character("Mia", verdict, NAMES, warnings),
                frames);
    }

    static Measurement ambiguous() {
        DrawnFrames frames = DrawnFrames.of(DrawnFace.NORA, 21)
                .alike(0, 8, 0.4)
                .ambiguous(8, 19)
                .unseen(19, 21);
        Verdict verdict = new Verdict(
                Outcome.REVIEW,
                List.of(
                        new Reason(
                                "coverage >= 0.6",
                                0.381,
                                0.6,
                                "of 21 frames 2 show no face for it, 0 none that can be measured, 11 one that might be another's"),
                        new Reason("drift <= 0.15", 0.19, 0.15, "the face moves away from the references")));
        return of(
                Outcome.REVIEW,
                List.of(),
                List.of(),
                frames.character("Nora", verdict, NAMES.subList(0, 2), NO_WARNINGS),
                frames);
    }

    static Measurement two() {
        DrawnFrames mia = DrawnFrames.of(DrawnFace.MIA, 21).alike(0, 21, 0.31);
        DrawnFrames otto = DrawnFrames.of(DrawnFace.OTTO, 21).other(DrawnFace.NORA, 0, 21, 0.81);
        Verdict fail = new Verdict(
                Outcome.FAIL,
                List.of(new Reason("framesWithin >= 0.5", 0.0, 0.5, "most frames show a face too far from it")));
        ClipReport report = report(
                Outcome.FAIL,
                List.of(),
                List.of(1.2, 3.6),
                List.of(
                        mia.character("Mia", pass(1), NAMES, NO_WARNINGS),
                        otto.character("Otto", fail, NAMES.subList(0, 1), NO_WARNINGS)));
        return new Measurement(report, List.of(mia.stills(3), otto.stills(1)), List.of());
    }

    static Measurement mascot() {
        Verdict verdict = new Verdict(
                Outcome.REVIEW,
                List.of(new Reason(
                        "likeness >= 0.8",
                        0.64,
                        0.8,
                        "it looks neither like the references nor unlike them; a person has to look")));
        var clip = new VoiceReport.Heard(5, 3.4, 0.68, new Levels(-21, -3, 0.1, 0), new Pitch(210, 180, 260, 2.1));
        var voice = new VoiceReport(
                VoiceReport.Status.TOO_SHORT,
                clip,
                null,
                null,
                List.of(new VoiceReport.Flag(VoiceReport.Code.SAMPLE_SILENT, "the sample is silent")));
        OfCharacter bolt = new OfCharacter(
                "Bolt",
                Kind.CHARACTER,
                verdict,
                "references",
                List.of("bolt.png"),
                List.of(),
                null,
                new LikenessScores("UNSURE", 20, 0.64, 0.52, 0.47, 0.69, 0.58),
                voice,
                List.of(),
                List.of(),
                List.of());
        List<Picture> frames =
                IntStream.range(0, 20).mapToObj(i -> mascot(4 + i * 6)).toList();
        return new Measurement(
                report(Outcome.REVIEW, List.of(), List.of(), List.of(bolt)),
                List.of(new Stills(List.of(mascot(70)), frames)),
                List.of());
    }

    /** Names that try to break out of markup, lines and directions, and are very long. */
    static Measurement hostile() {
        DrawnFrames frames = DrawnFrames.of(DrawnFace.NORA, 9).alike(0, 9, 0.3);
        String name = "<script>alert('x')</script> \"&\" מיכל \u202eevil\u0000 🦊 " + "long ".repeat(60);
        List<Warning> warnings =
                List.of(new Warning("=cmd|' /C calc'!A1", "reference.<b>", "]]> <img src=x onerror=y>"));
        return of(
                Outcome.PASS,
                List.of(new Flag("X", "</svg><script>1</script>", null, null)),
                List.of(),
                frames.character(name, pass(1), List.of("=cmd,\"a\"\nb.jpg", "שלום.png"), warnings),
                frames);
    }

    /** The file could not be read. */
    static Measurement unreadable() {
        Reason reason = new Reason("clip", null, null, "the file is no video that can be read");
        return new Measurement(
                new ClipReport(
                        ClipReport.SCHEMA,
                        Outcome.NOT_MEASURABLE,
                        List.of(reason),
                        null,
                        RULER,
                        null,
                        List.of(),
                        List.of()),
                List.of(),
                List.of());
    }

    private static Verdict pass(double share) {
        return new Verdict(
                Outcome.PASS, List.of(new Reason("framesWithin >= 0.9", share, 0.9, "the face stays the character")));
    }

    private static Measurement of(
            Outcome outcome, List<Flag> flags, List<Double> cuts, OfCharacter character, DrawnFrames frames) {
        return new Measurement(
                report(outcome, flags, cuts, List.of(character)),
                List.of(frames.stills(character.references().size())),
                List.of());
    }

    private static ClipReport report(
            Outcome outcome, List<Flag> flags, List<Double> cuts, List<OfCharacter> characters) {
        return new ClipReport(
                ClipReport.SCHEMA,
                outcome,
                characters.getFirst().verdict().reasons(),
                CLIP,
                RULER,
                new Sampled(21, 1, cuts),
                characters,
                flags);
    }

    /** A ball with an antenna. */
    private static Picture mascot(int x) {
        byte[] rgb = new byte[176 * 99 * 3];
        for (int i = 0; i < 176 * 99; i++) {
            double dx = i % 176 - x;
            double dy = i / 176 - 55;
            boolean ball = dx * dx + dy * dy < 900;
            rgb[3 * i] = (byte) (ball ? 220 - dx * 2 : 120);
            rgb[3 * i + 1] = (byte) (ball ? 90 - dx : 150 + dy);
            rgb[3 * i + 2] = (byte) (ball ? 60 : 190);
        }
        return new Picture(176, 99, rgb);
    }
}
