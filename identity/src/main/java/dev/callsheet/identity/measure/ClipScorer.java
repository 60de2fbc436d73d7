package dev.callsheet.identity.measure;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.clip.ClipFacts;
import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.face.Faces;
import java.util.ArrayList;
import java.util.List;

/** Measures whether the characters of a clip are who their references show. Thread-safe; holds one frame at a time. */
public final class ClipScorer {
    private final Faces faces;

    public ClipScorer(Faces faces) {
        this.faces = faces;
    }

    /**
     * Measures all characters in one pass over the clip.
     *
     * @throws NotDecodable if the clip cannot be read to its end
     */
    public Measurement score(List<Binding> bindings, Footage footage, Limits limits) {
        if (bindings.isEmpty()) {
            return new Measurement(
                    ClipReport.notMeasurable(
                            footage.facts(), limits, "characters", "no character was named: nothing to compare with"),
                    List.of());
        }
        List<Prototype.Reading> readings = bindings.stream()
                .map(binding -> Prototype.of(binding, faces, limits))
                .toList();
        List<Track> tracks = new ArrayList<>();
        for (Prototype.Reading reading : readings) {
            reading.prototype().ifPresent(prototype -> tracks.add(new Track(prototype)));
        }
        if (!tracks.isEmpty()) {
            var viewer = new FrameReader(faces, limits, tracks);
            footage.frames(viewer::read);
        }
        return measurement(bindings, readings, tracks, footage.facts(), limits);
    }

    private static Measurement measurement(
            List<Binding> bindings,
            List<Prototype.Reading> readings,
            List<Track> tracks,
            ClipFacts facts,
            Limits limits) {
        List<ClipReport.OfCharacter> characters = new ArrayList<>();
        List<Stills> stills = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < bindings.size(); i++) {
            Binding binding = bindings.get(i);
            List<Binding.Warning> warnings = readings.get(i).warnings();
            if (readings.get(i).prototype().isPresent()) {
                Track track = tracks.get(next++);
                characters.add(track.report(binding.name(), warnings, facts, limits));
                stills.add(track.stills());
            } else {
                Verdict verdict = binding.human()
                        ? Verdict.notMeasurable("usableReferences >= 1", "no reference shows a face that can be used")
                        : Verdict.notMeasurable("kind = human", "only people are measured, by their faces");
                characters.add(new ClipReport.OfCharacter(
                        binding.name(), verdict, List.of(), warnings, null, List.of(), List.of()));
                stills.add(new Stills(List.of(), List.of()));
            }
        }
        Verdict verdict = Verdict.gravest(
                characters.stream().map(ClipReport.OfCharacter::verdict).toList());
        return new Measurement(
                new ClipReport(ClipReport.SCHEMA, verdict.outcome(), verdict.reasons(), facts, limits, characters),
                stills);
    }
}
