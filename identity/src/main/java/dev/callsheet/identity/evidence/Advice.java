package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What somebody who has a report in hand can do about the clip. */
final class Advice {
    private Advice() {}

    /** What to do now, the most important first. */
    static List<String> of(ClipReport report) {
        List<String> advice = new ArrayList<>();
        switch (report.verdict()) {
            case PASS ->
                advice.add("Nothing has to be done for the face. Look at the sheet once all the same: body, clothes,"
                        + " hands and acting are not measured.");
            case FAIL ->
                advice.add(
                        partlyGood(report)
                                ? "Do not use the clip as it is: order a new take, or cut it down to the stretches that are"
                                        + " within the limit."
                                : "Do not use the clip: order a new take.");
            case REVIEW ->
                advice.add("Look at the frames of the sheet beside the references, and then approve or reject the"
                        + " clip: your word counts.");
            case NOT_MEASURABLE ->
                advice.add("This is no failure: the measurement has nothing to say. Look yourself, or mend what it"
                        + " needs, as the reasons below say.");
        }
        for (OfCharacter character : report.characters()) {
            about(character, advice);
        }
        if (!report.flags().isEmpty()
                || report.characters().stream()
                        .anyMatch(character -> !character.flags().isEmpty())) {
            advice.add("Look at what is flagged below: it does not count for the verdict, but may spoil the clip.");
        }
        return advice;
    }

    private static boolean partlyGood(ClipReport report) {
        return report.characters().stream().map(OfCharacter::scores).allMatch(scores -> {
            Double within = scores == null ? null : scores.framesWithin();
            return within != null && within >= 0.2;
        });
    }

    private static void about(OfCharacter character, List<String> advice) {
        CharacterScores scores = character.scores();
        String name = Names.of(character.name());
        if (scores != null && character.verdict().outcome() != Verdict.Outcome.PASS) {
            if (scores.noFace() * 2 > scores.sampled()) {
                advice.add(name + " is hardly to be seen: ask in the prompt for a closer shot, face to the camera.");
            }
            if (scores.lowQuality() * 2 > scores.sampled()) {
                advice.add("The face of " + name + " is too small, turned away or blurred: ask for a closer or calmer"
                        + " shot.");
            }
            if (scores.ambiguous() * 4 > scores.sampled()) {
                advice.add(name + " cannot be told from somebody else in the picture: give the characters clearly"
                        + " different faces, or check by eye who is who.");
            }
        }
        if (!character.warnings().isEmpty()) {
            advice.add("Better references help " + name + ": see the warnings below.");
        }
    }
}
