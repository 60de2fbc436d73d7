package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts say how bad it is and what to do; each was seen to fire, and to be silent. */
class AlertsTest {
    private final List<JsonNode> alerts = Alerts.all();

    @Test
    void everyAlertHasASeverityAPageAndABoard() {
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String page = alert.at("/annotations/runbook_url").asText();
            String board = alert.at("/annotations/dashboard_url").asText();
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(page).startsWith("docs/runbooks/");
            assertThat(Path.of("..", page)).isRegularFile();
            assertThat(board).startsWith("/d/callsheet-");
            assertThat(Alerts.MONITORING.resolve("dashboards/" + board.substring("/d/callsheet-".length()) + ".json"))
                    .isRegularFile();
        });
    }

    @Test
    void everyAlertIsTriedFiringAndSilent() {
        Set<String> names = names("alert", alerts.stream());
        var trials = Alerts.trials();

        assertThat(names(
                        "alertname",
                        trials.stream()
                                .filter(trial -> !trial.path("exp_alerts").isEmpty())))
                .isEqualTo(names);
        assertThat(names(
                        "alertname",
                        trials.stream().filter(trial -> trial.path("exp_alerts").isEmpty())))
                .isEqualTo(names);
    }

    @Test
    void promtoolSeesThemFireAndStaySilent(@TempDir Path folder) throws IOException, InterruptedException {
        Tool.requirePromtool();
        Path rules = folder.resolve("rules");
        Path tests = Files.createDirectory(folder.resolve("tests"));
        assertThat(Tool.run(Path.of("dashboards"), List.of("node", "build.mjs", "--rules", rules.toString())))
                .matches(outcome -> outcome.code() == 0);
        copy(Alerts.MONITORING.resolve("tests"), tests);

        var checked = Tool.run(folder, with(List.of("promtool", "check", "rules"), rules));
        var tried = Tool.run(folder, with(List.of("promtool", "test", "rules"), tests));

        assertThat(checked.code()).as(checked.words()).isZero();
        assertThat(tried.code()).as(tried.words()).isZero();
    }

    private static Set<String> names(String field, Stream<JsonNode> nodes) {
        return nodes.map(node -> node.path(field).asText()).collect(Collectors.toSet());
    }

    private static List<String> with(List<String> command, Path folder) throws IOException {
        var whole = new ArrayList<>(command);
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).sorted().forEach(whole::add);
        }
        return whole;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
