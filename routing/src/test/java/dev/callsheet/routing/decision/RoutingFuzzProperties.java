package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.JsonLines;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A thousand mutants from each seed: no exception, no verdict without a reason, no field dropped silently, every change
 * true. The long form is a million requests: {@code -Djqwik.tries.default=1000}.
 */
class RoutingFuzzProperties {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId DEMO = new TenantId("demo");
    private static final List<JsonNode> ORIGINALS = JsonLines.of("/cases.jsonl").stream()
            .map(line -> line.path("request"))
            .toList();

    @Property
    void mutantsAreDecidedToo(@ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1_000; i++) {
            JsonNode mutant = Mutants.of(ORIGINALS.get(random.nextInt(ORIGINALS.size())), ORIGINALS, random);
            Decision decision = decide(mutant);
            assertThat(decision.reasons()).isNotEmpty();
            assertThat(decision.conflicts().isEmpty()).isEqualTo(decision.routed());
            Account.isComplete(mutant, decision);
            Account.changesHold(mutant, decision, RoutingFuzzProperties::decide);
        }
    }

    private static Decision decide(JsonNode document) {
        return Routing.decide(Inquiry.of(DEMO, 1, document), Policies.BUILT_IN, NOW);
    }
}
