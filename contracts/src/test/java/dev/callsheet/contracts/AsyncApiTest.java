package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code asyncapi.yaml} and the code name the same topics and the same events. */
class AsyncApiTest {
    private final JsonNode api =
            new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());

    AsyncApiTest() throws IOException {}

    @Test
    void itsChannelsAreTheTopics() {
        TenantId tenant = new TenantId("acme");

        assertThat(api.get("channels").findValuesAsText("address"))
                .map(address -> address.replace("{tenant}", "acme"))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        Topics.requests(tenant),
                        Topics.control(tenant),
                        Topics.turns(tenant),
                        Topics.work(Route.I2V),
                        Topics.work(Route.R2V),
                        Topics.work(Route.AVATAR),
                        Topics.WORK_SCORING,
                        Topics.FACTS,
                        Topics.deadLetters("{topic}")));
    }

    @Test
    void itsMessagesAreTheEvents() {
        Set<String> events = new HashSet<>(FactTypes.all().keySet());
        events.addAll(List.of(
                VideoRequest.TYPE,
                Work.Assigned.TYPE,
                Work.Scoring.TYPE,
                Work.Unmade.TYPE,
                Work.Ruled.TYPE,
                Work.Enrolment.TYPE,
                Work.Withdrawal.TYPE,
                Control.Cancel.TYPE,
                Control.Approve.TYPE,
                Control.Reject.TYPE,
                Control.Pause.TYPE,
                Control.Resume.TYPE,
                SessionTurn.TYPE,
                SessionComment.TYPE,
                "dead-letter"));

        assertThat(new HashSet<>(api.at("/components/messages").findValuesAsText("name")))
                .isEqualTo(events);
    }

    @Test
    void everyPayloadHasItsSchema() {
        assertThat(api.at("/components/messages").findValuesAsText("$ref"))
                .filteredOn(ref -> ref.endsWith(".json"))
                .isNotEmpty()
                .allSatisfy(
                        ref -> assertThat(Files.exists(Path.of(ref))).as(ref).isTrue());
    }
}
