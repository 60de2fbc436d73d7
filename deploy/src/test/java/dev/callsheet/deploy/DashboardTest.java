package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard speaks of what there is: three scenarios, event types of the contracts, few metrics. */
class DashboardTest {
    private static final Pattern EVENT_TYPE = Pattern.compile("event_type=\"([^\"]+)\"");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\{");
    private static final Set<String> AGREED = Set.of(
            "callsheet_events_sent_total", "http_server_request_duration_seconds_bucket", "jvm_memory_used_bytes");

    private final JsonNode dashboard =
            Json.read(Files.readAllBytes(Path.of("k8s/monitoring/dashboards/scenarios.json")));

    DashboardTest() throws IOException {}

    @Test
    void itHasARowForEachScenario() {
        assertThat(dashboard.get("panels").findValuesAsText("title"))
                .contains("Picture in motion (i2v)", "Character that stays itself (r2v)", "Live avatar");
    }

    @Test
    void everyEventTypeItNamesExists() {
        Set<String> known = new HashSet<>(FactTypes.all().keySet());
        known.add(Work.Assigned.TYPE);

        assertThat(matches(EVENT_TYPE)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void itNamesOnlyTheAgreedMetrics() {
        assertThat(matches(METRIC)).isEqualTo(AGREED);
    }

    private Set<String> matches(Pattern pattern) {
        Set<String> found = new HashSet<>();
        for (JsonNode expression : dashboard.get("panels").findValues("expr")) {
            Matcher matcher = pattern.matcher(expression.asText());
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
