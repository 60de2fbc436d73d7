package dev.callsheet.identity.measure;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.clip.Survey;
import dev.callsheet.identity.likeness.Likeness;
import dev.callsheet.identity.likeness.Palette;
import dev.callsheet.identity.measure.ClipReport.Flag;
import dev.callsheet.identity.measure.ClipReport.LikenessScores;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.voice.VoiceReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was seen into a report's words. */
final class Reporting {
    private Reporting() {}

    /** A character that was measured by its face. */
    static OfCharacter face(
            Subject subject, Performance performance, @Nullable VoiceReport voice, Calibration calibration) {
        CharacterScores scores = performance.scores();
        Limits.Flags limits = calibration.limits().flags();
        List<Flag> flags = new ArrayList<>();
        if (performance.copied() >= limits.copyShare()) {
            flags.add(new Flag(
                    "COPY_PASTE",
                    "the face is all but a copy of a reference: a picture that moves, rather than a person",
                    performance.copied(),
                    limits.copyShare()));
        }
        return new OfCharacter(
                subject.binding().name(),
                subject.binding().kind(),
                Verdict.of(scores, calibration.limits()),
                subject.source(),
                subject.prototype().orElseThrow().singles().stream()
                        .map(Prototype.Single::label)
                        .toList(),
                subject.warnings(),
                scores,
                null,
                voice,
                flags,
                performance.worst(),
                performance.frames());
    }

    /** A character that was not. @param resemblance of the frames, ascending; empty if it could not be compared */
    static OfCharacter looks(
            Subject subject, double[] resemblance, @Nullable VoiceReport voice, Calibration calibration) {
        Limits.Likeness bands = calibration.limits().likeness();
        LikenessScores likeness = resemblance.length == 0 ? null : likeness(subject, resemblance, bands);
        Verdict verdict = likeness == null
                ? Verdict.notMeasurable(
                        "references",
                        subject.refusal().map(References.Refusal::text).orElse("no frame could be compared"))
                : Verdict.of(likeness);
        return new OfCharacter(
                subject.binding().name(),
                subject.binding().kind(),
                verdict,
                subject.source(),
                subject.binding().references().stream().map(Reference::label).toList(),
                subject.warnings(),
                null,
                likeness,
                voice,
                List.of(),
                List.of(),
                List.of());
    }

    private static LikenessScores likeness(Subject subject, double[] ascending, Limits.Likeness ofThree) {
        Likeness.Bands bands = Likeness.of(subject.looks(), new Likeness.Bands(ofThree.same(), ofThree.different()))
                .bands();
        double median = Series.quantile(ascending, 0.5);
        return new LikenessScores(
                bands.of(median).name(),
                ascending.length,
                median,
                Series.quantile(ascending, 0.1),
                ascending[0],
                bands.same(),
                bands.different());
    }

    /** What a person should look at in the clip as a whole. */
    static List<Flag> flags(Survey survey, Footage footage, List<Palette> palettes, Limits.Flags limits) {
        List<Flag> flags = new ArrayList<>();
        List<Double> times = footage.times();
        int last = Math.min(survey.stillest().last(), times.size() - 1);
        double still = times.get(last) - times.get(Math.min(survey.stillest().first(), last));
        if (still >= limits.frozenSeconds()) {
            flags.add(new Flag("FROZEN", "nothing moves for a while", still, limits.frozenSeconds()));
        }
        int fifth = Math.max(1, palettes.size() / 5);
        if (palettes.size() >= 2 && survey.cuts().isEmpty()) {
            double alike = Palette.mean(palettes.subList(0, fifth))
                    .similarity(Palette.mean(palettes.subList(palettes.size() - fifth, palettes.size())));
            if (alike < limits.palette()) {
                flags.add(
                        new Flag("PALETTE_DRIFT", "the colours change from beginning to end", alike, limits.palette()));
            }
        }
        return flags;
    }
}
