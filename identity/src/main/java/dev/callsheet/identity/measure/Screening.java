package dev.callsheet.identity.measure;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.clip.Sampling;
import dev.callsheet.identity.clip.Survey;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.likeness.Impression;
import dev.callsheet.identity.likeness.LikenessModel;
import dev.callsheet.identity.likeness.Palette;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One clip on its way past the models: what was seen, and who it was. Used by one thread. */
final class Screening {
    private final List<Subject> subjects;
    private final List<Prototype> prototypes;
    private final Footage footage;
    private final Survey survey;
    private final Calibration calibration;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Impression> looks = new ArrayList<>();
    private final List<Palette> palettes = new ArrayList<>();
    private List<Performance> performances = List.of();

    Screening(List<Subject> subjects, Footage footage, Survey survey, Calibration calibration) {
        this.subjects = subjects;
        this.prototypes = subjects.stream()
                .flatMap(subject -> subject.prototype().stream())
                .toList();
        this.footage = footage;
        this.survey = survey;
        this.calibration = calibration;
    }

    /** Looks at these frames, and more closely where a character becomes somebody else. */
    void look(List<Integer> chosen, Faces faces, LikenessModel likeness) {
        boolean others = subjects.stream().anyMatch(subject -> !subject.looks().isEmpty());
        if (prototypes.isEmpty() && !others) {
            return;
        }
        Scout scout = new Scout(faces, calibration.limits(), prototypes.size(), survey);
        sightings.addAll(scout.look(footage, chosen, false, frame -> {
            if (others) {
                looks.add(Impression.of(frame.picture(), likeness));
            }
        }));
        sightings.forEach(sighting -> palettes.add(Palette.of(sighting.whole())));
        cast();
        List<Integer> closer = Sampling.around(footage.times(), changes(), Set.copyOf(chosen));
        if (!closer.isEmpty()) {
            sightings.addAll(scout.look(footage, closer, true, (Frame _) -> {}));
            sightings.sort(Comparator.comparingInt(Sighting::index));
            cast();
        }
    }

    private void cast() {
        double seconds = footage.facts().seconds();
        performances = prototypes.stream()
                .map(prototype -> new Performance(prototype, calibration, seconds))
                .toList();
        Casting casting = new Casting(sightings, prototypes, calibration.limits());
        for (int i = 0; i < sightings.size(); i++) {
            List<Casting.Part> parts = casting.parts(i);
            Double until = i + 1 < sightings.size() ? sightings.get(i + 1).seconds() : null;
            for (int character = 0; character < performances.size(); character++) {
                performances.get(character).add(sightings.get(i), parts.get(character), until);
            }
        }
    }

    /** Moments between a frame within the threshold and one beyond it. */
    private List<Double> changes() {
        TreeSet<Double> moments = new TreeSet<>();
        for (Performance performance : performances) {
            FrameScore before = null;
            for (FrameScore frame : performance.frames()) {
                if (frame.evaluable()) {
                    if (before != null && before.state() != frame.state()) {
                        moments.add((before.seconds() + frame.seconds()) / 2);
                    }
                    before = frame;
                }
            }
        }
        return List.copyOf(moments);
    }

    /** The part of a subject that is measured by its face; empty for others. */
    Optional<Performance> performance(int subject) {
        if (subjects.get(subject).prototype().isEmpty()) {
            return Optional.empty();
        }
        int before = (int) subjects.subList(0, subject).stream()
                .filter(other -> other.prototype().isPresent())
                .count();
        return Optional.of(performances.get(before));
    }

    /** How alike each frame looks, ascending; empty for a subject that is not compared so. */
    double[] resemblance(Subject subject) {
        if (subject.looks().isEmpty()) {
            return new double[0];
        }
        Impression mean = Impression.mean(subject.looks());
        return looks.stream()
                .mapToDouble(look -> look.similarity(mean))
                .sorted()
                .toArray();
    }

    Stills stills(int subject) {
        return performance(subject)
                .map(Performance::stills)
                .orElseGet(() -> new Stills(subjects.get(subject).lookStills(), wholes()));
    }

    private List<Picture> wholes() {
        return sightings.stream().map(Sighting::whole).collect(Collectors.toList());
    }

    /** The colours of the sampled frames, in order. */
    List<Palette> palettes() {
        return palettes;
    }

    ClipReport.Sampled sampled() {
        int refined = (int) sightings.stream().filter(Sighting::refined).count();
        List<Double> times = footage.times();
        return new ClipReport.Sampled(
                sightings.size() - refined,
                refined,
                survey.cuts().stream()
                        .filter(cut -> cut < times.size())
                        .map(times::get)
                        .toList());
    }
}
