package dev.callsheet.requestapi.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.inference.BinomialTest;
import org.jspecify.annotations.Nullable;

/**
 * How a trial stands. It says that one arm is better only when all pairs are in, there are as many as the stated power
 * needs, and the difference is significant: looking early and stopping there would find what is not.
 *
 * @param complete pairs of which both outcomes are known
 * @param needed pairs that the stated power needs
 * @param boundOnly pairs of which only the bound one passed; textOnly likewise
 * @param p of McNemar's test, exact and two-sided
 * @param conclusion null as long as nothing may be said
 * @param why there is no conclusion; null if there is one
 */
public record TrialResult(
        int pairs,
        int complete,
        int needed,
        Arm bound,
        Arm text,
        @Nullable Double difference,
        Interval differenceInterval,
        int boundOnly,
        int textOnly,
        double p,
        @Nullable String conclusion,
        @Nullable String why) {

    /** Both requests of one seed. */
    public record Pair(TrialOutcome bound, TrialOutcome text) {
        boolean isComplete() {
            return bound.isKnown() && text.isKnown();
        }

        boolean isOpen() {
            return bound == TrialOutcome.PENDING || text == TrialOutcome.PENDING;
        }
    }

    /** One arm. @param outcomes how many requests came out how */
    public record Arm(Proportion passed, Map<TrialOutcome, Integer> outcomes) {
        static Arm of(List<Pair> pairs, Function<Pair, TrialOutcome> side) {
            Map<TrialOutcome, Integer> outcomes = new EnumMap<>(TrialOutcome.class);
            pairs.forEach(pair -> outcomes.merge(side.apply(pair), 1, Integer::sum));
            int known = outcomes.entrySet().stream()
                    .filter(outcome -> outcome.getKey().isKnown())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return new Arm(new Proportion(outcomes.getOrDefault(TrialOutcome.PASS, 0), known), Map.copyOf(outcomes));
        }

        public int count(TrialOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    public static TrialResult of(TrialDesign design, List<Pair> pairs) {
        List<Pair> complete = pairs.stream().filter(Pair::isComplete).toList();
        Arm bound = Arm.of(pairs, Pair::bound);
        Arm text = Arm.of(pairs, Pair::text);
        int boundOnly = only(complete, TrialOutcome.PASS, Pair::bound, Pair::text);
        int textOnly = only(complete, TrialOutcome.PASS, Pair::text, Pair::bound);
        double p = mcnemar(boundOnly, textOnly);
        int open = (int) pairs.stream().filter(Pair::isOpen).count();
        List<String> against = against(design, complete.size(), open, p, boundOnly == textOnly);
        Double difference = bound.passed().of() == 0 || text.passed().of() == 0
                ? null
                : Double.valueOf(bound.passed().rate().orElseThrow()
                        - text.passed().rate().orElseThrow());
        return new TrialResult(
                pairs.size(),
                complete.size(),
                design.needed(),
                bound,
                text,
                difference,
                bound.passed().less(text.passed()),
                boundOnly,
                textOnly,
                p,
                against.isEmpty() ? (boundOnly > textOnly ? "bound" : "text") + " is more consistent" : null,
                against.isEmpty() ? null : String.join("; ", against));
    }

    /**
     * The exact two-sided p of discordant pairs, as McNemar's test has it (Psychometrika 12, 1947, p. 153): were the arms
     * alike, each such pair would fall either way with a half. 1 without any.
     */
    static double mcnemar(int boundOnly, int textOnly) {
        int discordant = boundOnly + textOnly;
        return discordant == 0
                ? 1
                : BinomialTest.withDefaults().test(discordant, boundOnly, 0.5).getPValue();
    }

    private static int only(
            List<Pair> pairs,
            TrialOutcome outcome,
            Function<Pair, TrialOutcome> here,
            Function<Pair, TrialOutcome> notHere) {
        return (int) pairs.stream()
                .filter(pair -> here.apply(pair) == outcome && notHere.apply(pair) != outcome)
                .count();
    }

    private static List<String> against(TrialDesign design, int complete, int open, double p, boolean even) {
        List<String> against = new ArrayList<>();
        if (open > 0) {
            against.add(open + " of " + design.pairs() + " pairs are not through; nothing is concluded before all are");
        }
        if (complete < design.needed()) {
            against.add("%d pairs are complete; a power of %s at an error of %s needs %d"
                    .formatted(complete, plain(design.power()), plain(design.alpha()), design.needed()));
        }
        if (p >= design.alpha() || even) {
            against.add("the difference is not significant: p = %s, the limit is %s"
                    .formatted(String.format(Locale.ROOT, "%.3f", p), plain(design.alpha())));
        }
        return against;
    }

    private static String plain(double number) {
        return Double.toString(number);
    }
}
