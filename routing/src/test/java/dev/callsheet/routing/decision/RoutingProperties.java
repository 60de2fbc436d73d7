package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every document, made of our own field names with good, bad and absurd values. */
class RoutingProperties {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId DEMO = new TenantId("demo");

    @Property(tries = 500)
    void anyDocumentIsRoutedOrRefusedWithAReason(@ForAll("documents") JsonNode document) {
        Decision decision = decide(document);

        assertThat(decision.reasons()).isNotEmpty();
        assertThat(decision.conflicts().isEmpty()).isEqualTo(decision.routed());
        assertThat(decision.cost() != null).isEqualTo(decision.routed());
        assertThat(decision.model() != null).isEqualTo(decision.routed());
        assertThat(decision.reasons())
                .allSatisfy(code -> assertThat(Reason.valueOf(code)).isNotNull());
        assertThat(decision.conflicts())
                .extracting(Violation::code)
                .allSatisfy(code -> assertThat(Reason.valueOf(code).severity()).isEqualTo(Reason.Severity.REJECT));
    }

    @Property(tries = 500)
    void theSameInquiryGetsTheSameBytes(@ForAll("documents") JsonNode document) {
        assertThat(Json.write(decide(document))).isEqualTo(Json.write(decide(Json.read(Json.write(document)))));
    }

    @Property(tries = 500)
    void noFieldIsDroppedSilently(@ForAll("documents") JsonNode document) {
        Account.isComplete(document, decide(document));
    }

    @Property(tries = 500)
    void everySuggestedChangeFlipsTheVerdict(@ForAll("documents") JsonNode document) {
        Account.changesHold(document, decide(document), RoutingProperties::decide);
    }

    @Property(tries = 500)
    void wordsNeverRoute(@ForAll("documents") JsonNode document, @ForAll("words") String words) {
        if (!(document instanceof com.fasterxml.jackson.databind.node.ObjectNode fields)
                || !fields.path("prompt").isTextual()
                || fields.path("prompt").asText().isBlank()) {
            return;
        }
        Decision before = decide(fields);
        Decision after =
                decide(fields.deepCopy().put("prompt", fields.path("prompt").asText() + " " + words));

        assertThat(after.route()).isEqualTo(before.route());
    }

    private static Decision decide(JsonNode document) {
        return Routing.decide(Inquiry.of(DEMO, 1, document), Policies.BUILT_IN, NOW);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("real-time", "live avatar", "stream it", "i2v please", "urgent, within 2 seconds", "直播");
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        return Documents.any();
    }

    @Property(tries = 200)
    void whatIsNoObjectIsRefused(@ForAll("scalars") JsonNode document) {
        assertThat(decide(document).reasons()).isEqualTo(List.of("SCHEMA_INVALID"));
    }

    @Provide
    Arbitrary<JsonNode> scalars() {
        return Documents.scalars();
    }
}
