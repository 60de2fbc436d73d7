package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.JsonLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Labelled requests: the route is exact, the codes must appear, others may. */
class RoutingCasesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    static Stream<Arguments> cases() {
        return JsonLines.of("/cases.jsonl").stream()
                .map(line -> Arguments.of(line.path("name").asText(), line));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRequestGoesWhereAnExpertWouldSendIt(String name, JsonNode labelled) {
        Inquiry inquiry = Inquiry.of(new TenantId("demo"), 1, labelled.path("request"));

        Decision decision = Routing.decide(inquiry, Policies.BUILT_IN, NOW);

        assertThat(decision.route() == null ? "reject" : decision.route().wire())
                .as("%s: %s", name, Json.text(decision))
                .isEqualTo(labelled.path("route").asText());
        List<String> expected = new ArrayList<>();
        labelled.path("reasons").forEach(code -> expected.add(code.asText()));
        assertThat(codes(decision)).as(name).containsAll(expected);
        assertThat(decision.conflicts().isEmpty()).as(name).isEqualTo(decision.routed());
    }

    /** Confidence is a promise: of the labelled requests in a band, that share is decided as labelled, or more. */
    @Test
    void everyBandKeepsWhatItPromises() {
        Map<Double, List<Boolean>> bands = new TreeMap<>();
        cases().map(arguments -> (JsonNode) arguments.get()[1]).forEach(labelled -> {
            Decision decision = Routing.decide(
                    Inquiry.of(new TenantId("demo"), 1, labelled.path("request")), Policies.BUILT_IN, NOW);
            String route =
                    decision.route() == null ? "reject" : decision.route().wire();
            bands.computeIfAbsent(decision.confidence(), _ -> new ArrayList<>())
                    .add(route.equals(labelled.path("route").asText()));
        });

        assertThat(bands)
                .allSatisfy((band, right) -> assertThat(
                                right.stream().filter(each -> each).count() / (double) right.size())
                        .isGreaterThanOrEqualTo(band - 0.05));
    }

    static List<String> codes(Decision decision) {
        List<String> codes = new ArrayList<>(decision.reasons());
        Stream.of(decision.conflicts(), decision.warnings(), decision.repairs())
                .flatMap(List::stream)
                .map(Violation::code)
                .forEach(codes::add);
        return codes;
    }
}
