package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.TrialResult.Pair;
import dev.callsheet.routing.policy.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final Pair BOUND_ONLY = new Pair(TrialOutcome.PASS, TrialOutcome.FAIL);
    private static final Pair TEXT_ONLY = new Pair(TrialOutcome.NOT_MEASURABLE, TrialOutcome.PASS);
    private static final Pair BOTH = new Pair(TrialOutcome.PASS, TrialOutcome.PASS);
    private static final String ASKED = """
            {"bound": {"prompt": "@{mia} walks", "cast": ["mia"]},
             "text": {"prompt": "a woman with red hair walks", "cast": ["mia"]}, "pairs": 60%s}""";

    /** Fleiss, Levin, Paik 2003, 4.14; 93 for 0.5 against 0.3 and 388 for 0.4 against 0.5 stand in many tables. */
    @Test
    void thePowerNeedsAsManyAsTheTextbooksSay() {
        assertThat(TrialProperties.design(0.8, 0.55, 0.05, 0.8).needed()).isEqualTo(54);
        assertThat(TrialProperties.design(0.5, 0.3, 0.05, 0.8).needed()).isEqualTo(93);
        assertThat(TrialProperties.design(0.5, 0.4, 0.05, 0.8).needed()).isEqualTo(388);
    }

    @Test
    void mcnemarsTestIsExact() {
        assertThat(TrialResult.mcnemar(9, 1)).isCloseTo(22.0 / 1024, within(1e-12));
        assertThat(TrialResult.mcnemar(1, 9)).isCloseTo(22.0 / 1024, within(1e-12));
        assertThat(TrialResult.mcnemar(5, 5)).isEqualTo(1);
        assertThat(TrialResult.mcnemar(0, 0)).isEqualTo(1);
    }

    @Test
    void enoughPairsWithAClearDifferenceAreAConclusion() {
        List<Pair> pairs = pairs(20, BOUND_ONLY, 4, TEXT_ONLY, 36, BOTH);

        TrialResult result = TrialResult.of(design(), pairs);

        assertThat(result.conclusion()).isEqualTo("bound is more consistent");
        assertThat(result.why()).isNull();
        assertThat(result.bound().passed()).isEqualTo(new Proportion(56, 60));
        assertThat(result.text().passed()).isEqualTo(new Proportion(40, 60));
        assertThat(result.differenceInterval().holds(0)).isFalse();
        assertThat(TrialResult.of(design(), pairs(4, BOUND_ONLY, 20, TEXT_ONLY, 36, BOTH))
                        .conclusion())
                .isEqualTo("text is more consistent");
    }

    @Test
    void whatStandsAgainstAConclusionIsSaid() {
        var open = new Pair(TrialOutcome.PASS, TrialOutcome.PENDING);

        TrialResult few = TrialResult.of(design(), pairs(20, BOUND_ONLY, 0, BOTH, 0, BOTH));
        TrialResult halfway = TrialResult.of(design(), pairs(20, BOUND_ONLY, 39, BOTH, 1, open));
        TrialResult even = TrialResult.of(design(), pairs(10, BOUND_ONLY, 10, TEXT_ONLY, 40, BOTH));

        assertThat(few.conclusion()).isNull();
        assertThat(few.why()).contains("20 pairs are complete", "needs 54");
        assertThat(halfway.conclusion()).isNull();
        assertThat(halfway.why()).contains("1 of 60 pairs are not through");
        assertThat(even.why()).contains("p = 1.000");
    }

    @Test
    void whatHasNoClipCountsAsNotPassedAndWhatWasCancelledIsLeftOut() {
        TrialResult result = TrialResult.of(
                design(),
                List.of(
                        new Pair(TrialOutcome.PASS, TrialOutcome.UNMADE),
                        new Pair(TrialOutcome.PASS, TrialOutcome.REFUSED),
                        new Pair(TrialOutcome.PASS, TrialOutcome.CANCELLED)));

        assertThat(result.complete()).isEqualTo(2);
        assertThat(result.boundOnly()).isEqualTo(2);
        assertThat(result.text().passed()).isEqualTo(new Proportion(0, 2));
        assertThat(result.bound().passed()).isEqualTo(new Proportion(3, 3));
    }

    @Test
    void theMachinesVerdictDecidesWhateverBecameOfTheRequest() {
        assertThat(TrialOutcome.of(State.FAILED, "PASS")).isEqualTo(TrialOutcome.PASS);
        assertThat(TrialOutcome.of(State.FAILED, null)).isEqualTo(TrialOutcome.UNMADE);
        assertThat(TrialOutcome.of(State.REJECTED, null)).isEqualTo(TrialOutcome.REFUSED);
        assertThat(TrialOutcome.of(State.COMPLETED, null)).isEqualTo(TrialOutcome.NOT_MEASURABLE);
        assertThat(TrialOutcome.of(State.RENDERED, null)).isEqualTo(TrialOutcome.PENDING);
        assertThat(TrialOutcome.of(State.CANCELLED, null)).isEqualTo(TrialOutcome.CANCELLED);
    }

    @Test
    void bothRequestsOfAPairHaveOneSeedAndOneTake() {
        TrialDesign design = asked(",\"seed\":2147483647").design();

        var second = TrialAsk.rows(design, 2);

        assertThat(second)
                .extracting(row -> row.request().path("seed").asLong())
                .containsExactly(0L, 0L);
        assertThat(second)
                .extracting(row -> row.request().path("maxTakes").asInt())
                .containsExactly(1, 1);
        assertThat(second).extracting(row -> row.id()).containsExactly("bound-2", "text-2");
        assertThat(second.get(0).number()).isEqualTo(3);
    }

    @Test
    void theTokenStandsForBodyAndPrice() {
        var price = new Decision.CostMicros(1, 2);
        TrialDesign design = asked("").design();

        assertThat(TrialAsk.token(design, "c", price))
                .isEqualTo(TrialAsk.token(asked(",\"confirm\":\"x\"").design(), "c", price))
                .isNotEqualTo(TrialAsk.token(design, "c", new Decision.CostMicros(1, 3)))
                .isNotEqualTo(TrialAsk.token(design, "d", price))
                .isNotEqualTo(TrialAsk.token(asked(",\"seed\":2").design(), "c", price));
        TrialDesign again = Json.read(Json.write(design), TrialDesign.class);
        assertThat(TrialAsk.hash(again)).isEqualTo(TrialAsk.hash(design));
    }

    @Test
    void everyFieldAtFaultIsNamed() {
        assertThat(asked(",\"alpha\":0,\"power\":1,\"colour\":1,\"seed\":-1").violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("/alpha", "/power", "/colour", "/seed");
        assertThat(asked(",\"expected\":{\"bound\":0.5,\"text\":0.6}").violations())
                .extracting(Violation::field)
                .containsExactly("/expected/bound");
        assertThat(TrialAsk.of(tree("{\"bound\":{\"maxTakes\":3}}"), 10).violations())
                .extracting(Violation::field)
                .containsExactly("/bound/maxTakes", "/text", "/pairs");
        assertThat(TrialAsk.of(tree("7"), 10).violations()).hasSize(1);
    }

    @Test
    void theArmsDifferInTheBindingAndNothingElseIsCompared() {
        assertThat(arms("@{mia} walks", "a woman walks")).isEmpty();
        assertThat(arms("a woman walks", "a woman walks"))
                .extracting(Violation::field)
                .containsExactly("/bound/prompt");
        assertThat(arms("@{mia} walks", "@{mia} walks"))
                .extracting(Violation::field)
                .containsExactly("/text/prompt");
        assertThat(arms("@{mia} walks", "x".repeat(2_000)))
                .extracting(Violation::field)
                .containsExactly("/text/prompt");
    }

    @Test
    void theExamplesAreTheArmsOfATrial() throws IOException {
        Path examples = Path.of("..", "examples");
        JsonNode asked = tree("{\"bound\":%s,\"text\":%s,\"pairs\":2}"
                .formatted(
                        Files.readString(examples.resolve("trial-bound.json")),
                        Files.readString(examples.resolve("trial-text.json"))));

        assertThat(arms(TrialAsk.of(asked, 10).design())).isEmpty();
    }

    private static List<Violation> arms(String bound, String text) {
        TrialDesign design = TrialAsk.of(
                        tree(ASKED.formatted("")
                                .replace("@{mia} walks", bound)
                                .replace("a woman with red hair walks", text)),
                        100)
                .design();
        return arms(design);
    }

    private static List<Violation> arms(TrialDesign design) {
        var policy = PolicyFile.read(PolicyFile.builtIn()).of(DEMO);
        Plan plan = Plan.of(TrialAsk.rows(design, 1), DEMO, policy, new Cast("mia"), Cast.NOW);
        return TrialAsk.arms(plan.rows().get(0).decision(), plan.rows().get(1).decision());
    }

    private static TrialAsk asked(String more) {
        return TrialAsk.of(tree(ASKED.formatted(more)), 100);
    }

    private static TrialDesign design() {
        return TrialProperties.design(0.8, 0.55, 0.05, 0.8);
    }

    private static List<Pair> pairs(int a, Pair one, int b, Pair two, int c, Pair three) {
        List<Pair> pairs = new ArrayList<>(Collections.nCopies(a, one));
        pairs.addAll(Collections.nCopies(b, two));
        pairs.addAll(Collections.nCopies(c, three));
        return pairs;
    }

    private static JsonNode tree(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
