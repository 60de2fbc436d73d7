package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts say how bad it is and what to do, and are made of what the service tells. */
class AlertsTest {
    private static final Pattern METRIC = Pattern.compile("callsheet_[a-z_]+");
    private static final Pattern RECORD = Pattern.compile("callsheet:[a-z0-9_:]+");

    private final List<JsonNode> rules = new ArrayList<>();

    AlertsTest() throws IOException {
        JsonNode live = new YAMLMapper().readTree(Files.readAllBytes(Path.of("k8s/monitoring/alerts/live.yaml")));
        live.at("/spec/groups").forEach(group -> group.path("rules").forEach(rules::add));
    }

    @Test
    void everyAlertHasASeverityAndAPageThatExists() {
        List<JsonNode> alerts = rules.stream().filter(rule -> rule.has("alert")).toList();

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(Path.of("..", alert.at("/annotations/runbook_url").asText()))
                    .exists();
        });
    }

    @Test
    void theyReadTheRecorderAndTheirOwnRecordsOnly() {
        List<String> records = rules.stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .toList();

        for (JsonNode rule : rules) {
            String expression = rule.path("expr").asText();
            assertThat(METRIC.matcher(expression).results().map(match -> match.group()))
                    .isSubsetOf(List.of("callsheet_turn_promise_total"));
            assertThat(RECORD.matcher(expression).results().map(match -> match.group()))
                    .isSubsetOf(records);
        }
    }
}
