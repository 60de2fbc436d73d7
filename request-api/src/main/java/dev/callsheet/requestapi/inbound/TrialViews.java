package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.Interval;
import dev.callsheet.requestapi.domain.Trial;
import dev.callsheet.requestapi.domain.TrialDesign;
import dev.callsheet.requestapi.domain.TrialOutcome;
import dev.callsheet.requestapi.domain.TrialResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trials as our answers show them. */
final class TrialViews {
    private static final String OF_DIFFERENCE =
            "bound less text, 95 %, from both Wilson intervals (Newcombe 1998, method 10)";
    private static final String OF_PAIRS = "McNemar, exact, two-sided, over complete pairs";

    private TrialViews() {}

    /**
     * What a trial would be. Nothing is sent and nothing is spent.
     *
     * @param needed pairs that the stated power needs
     * @param cost of both arms together
     * @param confirm to be sent with the same body to begin; stands for this body at this price
     */
    record Planned(
            String campaign,
            int pairs,
            int requests,
            int needed,
            boolean suffices,
            Reckoned reckoned,
            ArmPlan bound,
            ArmPlan text,
            Decision.CostMicros cost,
            String confirm) {}

    /** What the needed number is reckoned from. */
    record Reckoned(double expectedBound, double expectedText, double alpha, double power, String formula) {
        static Reckoned of(TrialDesign design) {
            return new Reckoned(
                    design.expectedBound(),
                    design.expectedText(),
                    design.alpha(),
                    design.power(),
                    "two proportions, no continuity correction (Fleiss, Levin, Paik 2003, 4.14)");
        }
    }

    /** @param cost of the whole arm @param warnings of one request of it */
    record ArmPlan(
            int requests,
            Decision.@Nullable CostMicros cost,
            @Nullable String model,
            List<Violation> warnings) {}

    /** A trial in a list. */
    record Listed(String id, Instant createdAt, int pairs, Links links) {
        static Listed of(Trial trial) {
            return new Listed(
                    trial.id().toString(), trial.createdAt(), trial.design().pairs(), Links.of(trial));
        }
    }

    /** Addresses below this service. @param batch of its requests: progress, money, results, cancel */
    record Links(String self, String batch) {
        static Links of(Trial trial) {
            return new Links(
                    CampaignViews.self(trial.campaign()) + "/trials/" + trial.id(),
                    Entrance.BATCHES + "/" + trial.batchId());
        }
    }

    /**
     * A trial and how it stands.
     *
     * @param conclusion absent as long as nothing may be said; then {@code why} says what stands against it
     */
    record Shown(
            String id,
            String campaign,
            Instant createdAt,
            Pairs pairs,
            Reckoned reckoned,
            ArmView bound,
            ArmView text,
            Difference difference,
            Test test,
            @Nullable String conclusion,
            @Nullable String why,
            Links links) {}

    /** @param complete both of whose requests count @param needed for the stated power */
    record Pairs(int planned, int complete, int needed) {}

    /**
     * One arm: passed over n, which are the requests whose end is known and that nobody cancelled.
     *
     * @param low,high the Wilson interval at 95 %
     * @param unmade without a clip
     * @param refused never rendered
     * @param cancelled by the tenant; left out of n
     */
    record ArmView(
            int requests,
            int n,
            int passed,
            @Nullable Double rate,
            double low,
            double high,
            int failed,
            int review,
            int notMeasurable,
            int unmade,
            int refused,
            int cancelled,
            int pending) {
        static ArmView of(int requests, TrialResult.Arm arm) {
            Interval wilson = arm.passed().wilson();
            return new ArmView(
                    requests,
                    arm.passed().of(),
                    arm.passed().passed(),
                    arm.passed().rate().orElse(null),
                    wilson.low(),
                    wilson.high(),
                    arm.count(TrialOutcome.FAIL),
                    arm.count(TrialOutcome.REVIEW),
                    arm.count(TrialOutcome.NOT_MEASURABLE),
                    arm.count(TrialOutcome.UNMADE),
                    arm.count(TrialOutcome.REFUSED),
                    arm.count(TrialOutcome.CANCELLED),
                    arm.count(TrialOutcome.PENDING));
        }
    }

    record Difference(@Nullable Double value, double low, double high, String method) {}

    /** @param boundOnly pairs of which only the bound one passed */
    record Test(int boundOnly, int textOnly, double p, String method) {}

    static Shown of(Trial trial, TrialResult result) {
        return new Shown(
                trial.id().toString(),
                trial.campaign(),
                trial.createdAt(),
                new Pairs(trial.design().pairs(), result.complete(), result.needed()),
                Reckoned.of(trial.design()),
                ArmView.of(result.pairs(), result.bound()),
                ArmView.of(result.pairs(), result.text()),
                new Difference(
                        result.difference(),
                        result.differenceInterval().low(),
                        result.differenceInterval().high(),
                        OF_DIFFERENCE),
                new Test(result.boundOnly(), result.textOnly(), result.p(), OF_PAIRS),
                result.conclusion(),
                result.why(),
                Links.of(trial));
    }
}
