package dev.callsheet.identity.evidence;

import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.LikenessScores;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a report comes to, in words for somebody who has to decide about a clip and knows nothing of measuring. */
final class PlainWords {
    private static final int MOST_STRETCHES = 3;

    private PlainWords() {}

    /** The clip in one sentence. */
    static String verdict(ClipReport report) {
        if (report.characters().isEmpty()) {
            return "Nothing can be said about this clip"
                    + report.reasons().stream()
                            .findFirst()
                            .map(reason -> ": " + Names.text(reason.text()) + ".")
                            .orElse(".");
        }
        List<OfCharacter> decisive = report.characters().stream()
                .filter(character -> character.verdict().outcome() == report.verdict())
                .toList();
        if (report.verdict() == Verdict.Outcome.PASS && decisive.size() > 1) {
            return "All " + decisive.size() + " characters keep the faces of their references throughout.";
        }
        return decisive.isEmpty()
                ? "The characters were measured one by one."
                : decisive.stream().map(PlainWords::verdict).collect(Collectors.joining(" "));
    }

    /** One character in one sentence. */
    static String verdict(OfCharacter character) {
        String name = Names.of(character.name());
        LikenessScores likeness = character.likeness();
        return switch (character.verdict().outcome()) {
            case PASS -> name + " keeps the face of the references throughout, wherever it can be measured.";
            case FAIL -> failure(name, character.scores());
            case REVIEW ->
                likeness == null
                        ? "A person has to decide about " + name + ": " + reason(character) + "."
                        : "A person has to look at " + name + ": " + band(likeness)
                                + ", and no machine may pass or fail what has no human face.";
            case NOT_MEASURABLE -> "Nothing can be said about " + name + ": " + reason(character) + ".";
        };
    }

    private static String failure(String name, @Nullable CharacterScores scores) {
        if (scores == null) {
            return "The face does not look like " + name + ".";
        }
        Double within = scores.framesWithin();
        if (within != null && within == 0) {
            return "In no frame does the face look like " + name + ".";
        }
        if (scores.failing().isEmpty()) {
            return "In most frames the face does not look like " + name + ".";
        }
        return "The face does not look like " + name + " " + stretches(scores) + ".";
    }

    /** From when to when it fails. */
    static String stretches(CharacterScores scores) {
        List<CharacterScores.Interval> failing = scores.failing();
        String shown = failing.stream()
                .limit(MOST_STRETCHES)
                .map(interval -> "from " + Figures.seconds(interval.from()) + " to " + Figures.seconds(interval.to()))
                .collect(Collectors.joining(", "));
        int more = failing.size() - MOST_STRETCHES;
        return more > 0 ? shown + " and in " + Figures.count(more, "more stretch", "more stretches") : shown;
    }

    private static String reason(OfCharacter character) {
        return character.verdict().reasons().stream()
                .findFirst()
                .map(reason -> why(reason, character.scores()))
                .orElse("the report names no reason");
    }

    /** A rule that decided, with what was found and what it asks. */
    static String rule(Verdict.Reason reason) {
        String text = tooFew(reason) ? "too few frames could be measured" : Names.text(reason.text());
        String found = found(reason);
        return figure(reason) + ": " + text + (found.isEmpty() ? "" : " (" + found + ")");
    }

    private static boolean tooFew(Verdict.Reason reason) {
        return key(reason).equals("coverage") || key(reason).equals("evaluableFrames");
    }

    /** A reason's words; where too few frames could be measured, what they show instead. */
    private static String why(Verdict.Reason reason, @Nullable CharacterScores scores) {
        if (scores == null || !tooFew(reason)) {
            return Names.text(reason.text());
        }
        List<String> others = new ArrayList<>();
        if (scores.noFace() > 0) {
            others.add(scores.noFace() + " show no face for it");
        }
        if (scores.lowQuality() > 0) {
            others.add("in " + scores.lowQuality() + " the face is too small, turned away or blurred");
        }
        if (scores.ambiguous() > 0) {
            others.add("in " + scores.ambiguous() + " it could be somebody else in the picture");
        }
        String measured = scores.evaluable() == 0 ? "none" : String.valueOf(scores.evaluable());
        return measured + " of " + scores.sampled() + " frames could be measured"
                + (others.isEmpty() ? "" : "; " + String.join(", ", others));
    }

    private static String key(Verdict.Reason reason) {
        return reason.rule().split(" ", 2)[0];
    }

    /** How alike it looks. */
    static String band(LikenessScores likeness) {
        return switch (likeness.band()) {
            case "LIKELY_SAME" -> "it looks like the references";
            case "LIKELY_DIFFERENT" -> "it looks unlike the references";
            default -> "it looks neither like the references nor unlike them";
        };
    }

    /** Why there is no curve. */
    static String notByFace(OfCharacter character) {
        return character.kind() == VideoRequest.Kind.HUMAN
                ? verdict(character)
                : "Not measured by face, because it is declared as " + kind(character) + ": a person has to look.";
    }

    static String kind(OfCharacter character) {
        return switch (character.kind()) {
            case HUMAN -> "a human";
            case CHARACTER -> "a drawn or non-human character";
            case OBJECT -> "an object";
        };
    }

    /** A rule's figure, as the table of figures calls it. */
    private static String figure(Verdict.Reason reason) {
        return switch (key(reason)) {
            case "framesWithin" -> "Share of frames within the limit";
            case "ninthDecile" -> "Distance of the farthest tenth";
            case "failingSeconds" -> "Longest stretch beyond the limit";
            case "drift" -> "Drift";
            case "doubled" -> "Frames with a double";
            case "coverage" -> "Coverage";
            case "evaluableFrames" -> "Frames that could be measured";
            case "likeness" -> "Likeness";
            default -> Names.text(reason.rule());
        };
    }

    /** What was found and what is asked, such as {@code found 42 %, asked: at least 50 %}; empty without figures. */
    private static String found(Verdict.Reason reason) {
        Double value = reason.value();
        Double limit = reason.limit();
        if (value == null) {
            return "";
        }
        String asked = reason.rule().contains("<=") ? "at most " : reason.rule().contains("<") ? "under " : "at least ";
        return "found " + inUnits(reason, value) + (limit == null ? "" : ", asked: " + asked + inUnits(reason, limit));
    }

    private static String inUnits(Verdict.Reason reason, double value) {
        return switch (key(reason)) {
            case "framesWithin", "coverage", "doubled" -> Figures.percent(value);
            case "failingSeconds" -> Figures.seconds(value);
            default -> Figures.plain(value);
        };
    }
}
