package dev.callsheet.stack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CampaignWordsTest {
    private static final String BOUND = """
            {"takes":54,"passed":43,"failed":5,"review":4,"notMeasurable":1,"unmade":1,
             "rate":0.7963,"low":0.6713,"high":0.8824}""";

    @Test
    void theRateStandsWithItsCountAndItsIntervalAndNothingThatDidNotPassIsLeftOut() {
        JsonNode campaign = json("{\"name\":\"harbour\",\"takes\":56,\"requests\":{\"total\":50},"
                + "\"consistency\":{\"takes\":54,\"bound\":" + BOUND + "},\"rulings\":{\"approved\":2},"
                + "\"accepted\":{\"clips\":45,\"costMicros\":600000},\"money\":{\"settledMicros\":27000000},"
                + "\"links\":{\"self\":\"/v1/campaigns/harbour\",\"page\":\"http://127.0.0.1:9/page\"}}");

        assertThat(CampaignWords.lines(campaign))
                .containsExactly(
                        "campaign harbour: 50 request(s), 56 take(s), 54 of them counted",
                        "  named in prompt   43 of 54 pass: 80 % (67 to 88 %); 5 fail, 4 for a person to see,"
                                + " 1 not measurable, 1 without a clip",
                        "  people            2 approved, 0 rejected",
                        "  cost              27.000000 USD spent, 45 clip(s) accepted: 0.600000 USD for an accepted clip");
        assertThat(CampaignWords.evidence(campaign).lines()).containsExactly("page    http://127.0.0.1:9/page");
    }

    @Test
    void withoutAnAcceptedClipThereIsNoPriceOfOne() {
        assertThat(CampaignWords.lines(json("{\"name\":\"x\",\"money\":{\"settledMicros\":300000}}")))
                .last()
                .asString()
                .endsWith("0.300000 USD spent, 0 clip(s) accepted");
    }

    @Test
    void aTrialThatIsTooSmallSaysSoBeforeItCosts() {
        JsonNode plan = json("""
                {"pairs":3,"requests":6,"needed":54,"suffices":false,"cost":{"from":1800000,"to":2400000},
                 "reckoned":{"expectedBound":0.8,"expectedText":0.55,"power":0.8},
                 "text":{"warnings":[{"code":"UNBOUND_REFERENCE","field":"/media/0"}]}}""");

        assertThat(TrialWords.plan(plan))
                .containsExactly(
                        "3 pair(s), 6 request(s), 1.800000 USD to 2.400000 USD",
                        "too few to say that one arm is better: 54 pairs are needed to see 80 % against 55 %"
                                + " with power 80 %",
                        "  text   UNBOUND_REFERENCE /media/0");
    }

    @Test
    void aTrialSaysNothingThatTheDeskDidNotConclude() {
        JsonNode trial = json("""
                {"pairs":{"planned":3,"complete":3},"bound":{"n":3,"passed":3,"rate":1.0,"low":0.44,"high":1.0},
                 "text":{"n":3,"passed":1,"rate":0.333,"low":0.06,"high":0.79,"failed":2,"pending":0},
                 "difference":{"value":0.667,"low":-0.05,"high":0.93},"test":{"p":0.5},
                 "why":"3 pairs are complete; a power of 0.8 needs 54","links":{"batch":"/v1/batches/b-1"}}""");

        assertThat(TrialWords.isOver(trial)).isTrue();
        assertThat(TrialWords.batch(trial)).isEqualTo("b-1");
        assertThat(TrialWords.result(trial))
                .containsExactly(
                        "3 of 3 pairs complete",
                        "  named in prompt   3 of 3 pass: 100 % (44 to 100 %)",
                        "  in words only     1 of 3 pass: 33 % (6 to 79 %); 2 fail",
                        "  difference        67 points (-5 to 93), p = 0.500",
                        "no conclusion: 3 pairs are complete; a power of 0.8 needs 54");
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
