package dev.callsheet.identity.measure;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.clip.Sampling;
import dev.callsheet.identity.clip.Survey;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.likeness.LikenessModel;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.voice.VoiceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures whether the characters of a clip are who their references show. Thread-safe; holds one frame at a time. */
public final class ClipScorer {
    private final Faces faces;
    private final LikenessModel likeness;
    private final Calibration calibration;
    private final References references;

    public ClipScorer(Faces faces, LikenessModel likeness, Calibration calibration) {
        this.faces = faces;
        this.likeness = likeness;
        this.calibration = calibration;
        this.references = new References(faces, calibration.limits());
    }

    /**
     * Measures all characters together, since a face can be only one of them.
     *
     * @param voices what was measured of the clip's sound, by the character's name; never part of the verdict
     * @throws dev.callsheet.decoder.NotDecodable if the clip cannot be read to its end
     */
    public Measurement score(List<Binding> bindings, Footage footage, Map<String, VoiceReport> voices) {
        if (bindings.isEmpty()) {
            ClipReport nothing = ClipReport.notMeasurable(
                    footage.facts(), calibration, "characters", "no character was named: nothing to compare with");
            return new Measurement(nothing, List.of(), List.of());
        }
        List<Subject> subjects = bindings.stream()
                .map(binding -> Subject.of(binding, references, likeness))
                .toList();
        Survey survey = footage.survey();
        Screening screening = new Screening(subjects, footage, survey, calibration);
        screening.look(Sampling.choose(footage.times(), survey.cuts()), faces, likeness);
        List<OfCharacter> characters = new ArrayList<>();
        List<Stills> stills = new ArrayList<>();
        List<Portrait> portraits = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            VoiceReport voice = voices.get(subject.binding().name());
            characters.add(screening
                    .performance(i)
                    .map(p -> Reporting.face(subject, p, voice, calibration))
                    .orElseGet(() -> Reporting.looks(subject, screening.resemblance(subject), voice, calibration)));
            stills.add(screening.stills(i));
            screening
                    .performance(i)
                    .flatMap(performance ->
                            performance.portrait(subject.binding().name()))
                    .ifPresent(portraits::add);
        }
        Verdict verdict =
                Verdict.gravest(characters.stream().map(OfCharacter::verdict).toList());
        ClipReport report = new ClipReport(
                ClipReport.SCHEMA,
                verdict.outcome(),
                verdict.reasons(),
                footage.facts(),
                ClipReport.Ruler.of(calibration),
                screening.sampled(),
                characters,
                Reporting.flags(
                        survey,
                        footage,
                        screening.palettes(),
                        calibration.limits().flags()));
        return new Measurement(report, stills, portraits);
    }
}
