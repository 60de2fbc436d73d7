package dev.callsheet.identity.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the figures come to.
 *
 * <p>NOT_MEASURABLE: no usable reference, or too few evaluable frames. FAIL: too few of them within the threshold, or
 * beyond it for too long. PASS: every rule of {@link Limits.Pass} holds. REVIEW: anything else, for a person to decide.
 */
public record Verdict(Outcome outcome, List<Reason> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** In order of gravity: of several characters the gravest decides. */
    public enum Outcome {
        PASS,
        REVIEW,
        NOT_MEASURABLE,
        FAIL
    }

    /**
     * A rule that decided.
     *
     * @param rule what was asked, such as {@code framesWithin >= 0.9}
     * @param value what was found; null where there is no figure
     */
    public record Reason(
            String rule, @Nullable Double value, @Nullable Double limit, String text) {}

    /** The verdict on one character with a human face. */
    public static Verdict of(CharacterScores scores, Limits limits) {
        Double within = scores.framesWithin();
        Double ninthDecile = scores.ninthDecile();
        if (scores.coverage() < limits.measurableCoverage() || within == null || ninthDecile == null) {
            return tooLittle(scores, limits);
        }
        List<Reason> failed = new ArrayList<>();
        if (within < limits.fail().framesWithin()) {
            failed.add(least(
                    "framesWithin",
                    within,
                    limits.fail().framesWithin(),
                    "most frames show a face too far from the references"));
        }
        if (scores.longestFailing() >= limits.fail().failingSeconds()) {
            failed.add(under(
                    "failingSeconds",
                    scores.longestFailing(),
                    limits.fail().failingSeconds(),
                    "the face is too far from the references for too long"));
        }
        if (!failed.isEmpty()) {
            return new Verdict(Outcome.FAIL, failed);
        }
        List<Reason> missed = missed(scores, within, ninthDecile, limits);
        return missed.isEmpty()
                ? new Verdict(
                        Outcome.PASS,
                        List.of(least(
                                "framesWithin", within, limits.pass().framesWithin(), "the face stays the character")))
                : new Verdict(Outcome.REVIEW, missed);
    }

    /** Few frames say who it is: because nobody is to be seen, or because it might be somebody else. */
    private static Verdict tooLittle(CharacterScores scores, Limits limits) {
        double seen = scores.sampled() == 0 ? 0 : (double) (scores.evaluable() + scores.ambiguous()) / scores.sampled();
        Outcome outcome = seen < limits.measurableCoverage() ? Outcome.NOT_MEASURABLE : Outcome.REVIEW;
        return new Verdict(
                outcome, List.of(least("coverage", scores.coverage(), limits.measurableCoverage(), describe(scores))));
    }

    /** The verdict of the fallback, which may ask a person to look and no more. */
    public static Verdict of(ClipReport.LikenessScores likeness) {
        String text = switch (likeness.band()) {
            case "LIKELY_SAME" -> "it looks like the references; a person has to say whether it is the same";
            case "LIKELY_DIFFERENT" -> "it looks unlike the references; a person has to look";
            default -> "it looks neither like the references nor unlike them; a person has to look";
        };
        return new Verdict(Outcome.REVIEW, List.of(least("likeness", likeness.median(), likeness.same(), text)));
    }

    /** The gravest of several verdicts, with its reasons; at least one. */
    public static Verdict gravest(List<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.comparing(Verdict::outcome)).orElseThrow();
    }

    /** The verdict where there is nothing to compare: the references or the clip cannot be used. */
    public static Verdict notMeasurable(String rule, String text) {
        return new Verdict(Outcome.NOT_MEASURABLE, List.of(new Reason(rule, null, null, text)));
    }

    private static List<Reason> missed(CharacterScores scores, double within, double ninthDecile, Limits limits) {
        Limits.Pass pass = limits.pass();
        List<Reason> missed = new ArrayList<>();
        if (within < pass.framesWithin()) {
            missed.add(least("framesWithin", within, pass.framesWithin(), "too few frames are within the threshold"));
        }
        if (ninthDecile > limits.threshold()) {
            missed.add(most("ninthDecile", ninthDecile, limits.threshold(), "the farthest tenth is beyond it"));
        }
        if (scores.longestFailing() >= pass.failingSeconds()) {
            missed.add(under(
                    "failingSeconds", scores.longestFailing(), pass.failingSeconds(), "a stretch is too far away"));
        }
        Double drift = scores.drift();
        if (drift != null && drift > pass.drift()) {
            missed.add(most("drift", drift, pass.drift(), "the face moves away from the references over the clip"));
        }
        if (scores.doubled() > pass.doubled()) {
            missed.add(most(
                    "doubled", scores.doubled(), pass.doubled(), "another face in the picture would pass as well"));
        }
        if (scores.coverage() < pass.coverage()) {
            missed.add(least("coverage", scores.coverage(), pass.coverage(), describe(scores)));
        }
        if (scores.evaluable() < pass.evaluableFrames()) {
            missed.add(least("evaluableFrames", scores.evaluable(), pass.evaluableFrames(), describe(scores)));
        }
        return missed;
    }

    private static String describe(CharacterScores scores) {
        return String.format(
                Locale.ROOT,
                "of %d frames %d show no face for it, %d none that can be measured, %d one that might be another's",
                scores.sampled(),
                scores.noFace(),
                scores.lowQuality(),
                scores.ambiguous());
    }

    private static Reason least(String figure, double value, double limit, String text) {
        return new Reason(figure + " >= " + limit, value, limit, text);
    }

    private static Reason under(String figure, double value, double limit, String text) {
        return new Reason(figure + " < " + limit, value, limit, text);
    }

    private static Reason most(String figure, double value, double limit, String text) {
        return new Reason(figure + " <= " + limit, value, limit, text);
    }
}
