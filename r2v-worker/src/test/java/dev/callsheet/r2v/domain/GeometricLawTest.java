package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes that pass independently of each other follow the geometric law, cut off at the most takes. */
class GeometricLawTest {
    private static final int HISTORIES = 20_000;
    /** Five standard errors: a true law fails once in a million runs, and these runs are always the same. */
    private static final double ERRORS = 5;

    private record Outcome(int takes, boolean accepted) {}

    @ParameterizedTest
    @CsvSource({
        "0.20, 1, '', fail", "0.20, 5, '', fail", "0.55, 3, '', fail", "0.80, 2, '', fail",
        "0.80, 5, '', review", "0.45, 20, '', review", "0.55, 9, 1.70, fail", "0.30, 9, 2.00, review"
    })
    void takesAndAcceptanceAreThoseOfTheLaw(double p, int maxTakes, String budget, String retakeOn) {
        String limit = budget.isEmpty() ? "" : ",'budget':{'currency':'USD','limit':'" + budget + "'}";
        RequestFile file =
                Shots.file("'maxTakes':" + maxTakes + ",'acceptance':{'retakeOn':'" + retakeOn + "'}" + limit);
        int most = budget.isEmpty() ? maxTakes : (int) Math.min(maxTakes, file.budgetMicros() / Shots.PRICE);
        SplittableRandom random = new SplittableRandom(7);

        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            outcomes.add(play(file, p, retakeOn.equals("review") ? "REVIEW" : "FAIL", random));
        }

        double miss = Math.pow(1 - p, most);
        double takes = outcomes.stream().mapToInt(Outcome::takes).average().orElseThrow();
        double accepted = outcomes.stream().filter(Outcome::accepted).count() / (double) HISTORIES;
        assertThat(takes)
                .as("expected takes")
                .isCloseTo((1 - miss) / p, within(ERRORS * spread(p, most) / Math.sqrt(HISTORIES) + 1e-9));
        assertThat(accepted)
                .as("acceptance")
                .isCloseTo(1 - miss, within(ERRORS * Math.sqrt(miss * (1 - miss) / HISTORIES) + 1e-9));
        assertThat(takes / accepted)
                .as("takes for each accepted clip, however many are allowed")
                .isCloseTo(1 / p, within(0.07 / p));
    }

    /** The standard deviation of the number of takes. */
    private static double spread(double p, int most) {
        double mean = 0;
        double square = 0;
        for (int takes = 1; takes <= most; takes++) {
            double share = takes < most ? Math.pow(1 - p, takes - 1) * p : Math.pow(1 - p, most - 1);
            mean += share * takes;
            square += share * takes * takes;
        }
        return Math.sqrt(Math.max(0, square - mean * mean));
    }

    private static Outcome play(RequestFile file, double p, String otherwise, SplittableRandom random) {
        List<Attempt> attempts = new ArrayList<>();
        while (true) {
            String verdict = random.nextDouble() < p ? "PASS" : otherwise;
            attempts.add(Shots.finished(attempts.size() + 1, verdict, random.nextDouble()));
            switch (RetakePolicy.decide(file, attempts)) {
                case Sequel.Retake _ -> {
                    // the next take
                }
                case Sequel.Complete result -> {
                    return new Outcome(attempts.size(), "PASS".equals(result.verdict()));
                }
                case Sequel other -> throw new AssertionError("a measured take is followed by " + other);
            }
        }
    }
}
