package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Decision.Origin;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId DEMO = new TenantId("demo");

    @Test
    void aRefusalNamesFieldFoundAllowedAndWhatToDo() {
        Decision decision = decide("""
                {"media":[{"role":"firstFrame","type":"image","uri":"https://a.example/x.jpg"}],
                 "output":{"kind":"file","seconds":20}}""");

        assertThat(decision.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo("/output/seconds");
            assertThat(conflict.found()).isEqualTo("20.0");
            assertThat(conflict.allowed()).isEqualTo("whole seconds, 2 to 15");
            assertThat(conflict.suggestion()).isEqualTo("change output.seconds");
        });
        assertThat(decision.rule()).isEqualTo("17-output-limits");
        assertThat(decision.cost()).isNull();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Decision decision = decide("""
                {"model":"wan9","media":[{"role":"firstFrame","type":"image","uri":"http://127.0.0.1/x.jpg","width":100,"height":100}],
                 "output":{"kind":"file","resolution":"8K"}}""");

        assertThat(decision.conflicts())
                .extracting(Violation::code)
                .containsExactly("MEDIA_UNREACHABLE", "UNKNOWN_MODEL", "RESOLUTION_UNSUPPORTED", "IMAGE_TOO_SMALL");
    }

    @Test
    void theAxesSayWhatTheySawAndWhereItComesFrom() {
        Decision decision = decide("""
                {"media":[{"role":"firstFrame","type":"image","uri":"https://a.example/x.jpg"}],
                 "output":{"kind":"file"}}""");

        assertThat(decision.axes().latency().origin()).isEqualTo(Origin.DEFAULT);
        assertThat(decision.axes().input().evidence()).containsExactly("/media/0/role");
        assertThat(decision.axes().continuity().value()).isEqualTo("single");
        assertThat(decision.confidence()).isEqualTo(0.70);
    }

    @Test
    void aRouteTellsModelTimeAndPrice() {
        Decision decision = decide("""
                {"media":[{"role":"firstFrame","type":"image","uri":"https://a.example/x.jpg"}],
                 "output":{"kind":"file","seconds":10,"resolution":"720P"}}""");

        assertThat(decision.model()).isEqualTo("wan2.7-i2v");
        assertThat(decision.eta()).isEqualTo(new Decision.EtaSeconds(240, 480));
        assertThat(decision.cost()).isEqualTo(new Decision.CostMicros(1_000_000, 1_000_000));
        assertThat(decision.policyHash()).hasSize(64);
    }

    @Test
    void theRequestHashIsThatOfTheMeaningNotOfTheSpelling() {
        assertThat(decide("{\"prompt\":\"a\",\"seed\":1}").requestHash())
                .isEqualTo(decide("{ \"seed\" : 1, \"prompt\":\"a\", \"maxTakes\":null }")
                        .requestHash())
                .isNotEqualTo(decide("{\"prompt\":\"b\",\"seed\":1}").requestHash());
    }

    @Test
    void aSignatureInAnAddressIsNotRepeated() {
        Decision decision = decide("""
                {"media":[{"role":"firstFrame","type":"image","uri":"http://a.example/x.jpg?X-Amz-Signature=secret"}]}""");

        assertThat(decision.conflicts().getFirst().found()).isEqualTo("http://a.example/x.jpg?...");
    }

    @Test
    void aRequestLargerThanARecordMayBeIsRefused() {
        Inquiry large =
                Inquiry.of(DEMO, 800_000, dev.callsheet.contracts.Json.mapper().createObjectNode());

        Decision decision = Routing.decide(large, Policies.BUILT_IN, NOW);

        assertThat(decision.reasons()).containsExactly("SCHEMA_INVALID");
        assertThat(decision.conflicts().getFirst().found()).isEqualTo("800000 bytes");
    }

    @Test
    void manyFaultsAreCutOffAloud() {
        StringBuilder prompt = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            prompt.append("@{c").append(i).append("}");
        }

        Decision decision = decide("{\"prompt\":\"" + prompt
                + "\",\"media\":[{\"role\":\"reference\",\"type\":\"image\",\"uri\":\"https://a.example/x.jpg\"}]}");

        assertThat(decision.conflicts()).hasSize(101);
        assertThat(decision.conflicts().getLast().found()).endsWith(" more");
    }

    @Test
    void anAbsurdTimeIsDecidedToo() {
        Decision decision = decide("""
                {"batch":{"uri":"s3://shop/hero/","count":100000,"concurrency":1,"typicalSeconds":1e300},
                 "latency":{"deadline":"2026-11-22T12:00:00Z","hard":true}}""");

        assertThat(decision.reasons()).contains("BATCH_CAPACITY_INFEASIBLE");
        assertThat(decision.changes()).isNotEmpty();
    }

    private static Decision decide(String json) {
        return Routing.decide(Inquiry.of(DEMO, json.getBytes(StandardCharsets.UTF_8)), Policies.BUILT_IN, NOW);
    }
}
