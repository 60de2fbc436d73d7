package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The boards can be read without their maker: units, words, a way to the traces, and no data source of one house. */
class DashboardTest {
    private static final Set<String> SOURCES = Set.of("${datasource}", "${traces}");

    static Stream<JsonNode> boards() throws IOException {
        try (Stream<Path> files = Files.list(Alerts.MONITORING.resolve("dashboards"))) {
            return files.sorted().map(DashboardTest::read).toList().stream();
        }
    }

    /** Parses all PromQL of boards and alerts, too. */
    @Test
    void theyAreWhatTheirSourcesMake() throws IOException, InterruptedException {
        var outcome = Tool.run(Path.of("dashboards"), List.of("node", "build.mjs", "--check"));

        assertThat(outcome.code()).as(outcome.words()).isZero();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyPanelHasAUnitWordsAndAWayToTraces(JsonNode board) {
        assertThat(panels(board)).isNotEmpty().allSatisfy(panel -> {
            JsonNode fields = panel.at("/fieldConfig/defaults");
            assertThat(fields.path("unit").asText()).isNotBlank();
            assertThat(panel.path("description").asText().length()).isGreaterThan(20);
            assertThat(fields.at("/links/0/url").asText())
                    .startsWith("/explore?")
                    .contains("${traces}", "traceql");
            assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> {
                boolean histogram = target.path("expr").asText().contains("histogram_quantile");
                assertThat(target.path("exemplar").asBoolean()).isEqualTo(histogram);
                assertThat(target.path("expr").asText()).contains("$namespace");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void noDataSourceIsNamedByItsId(JsonNode board) {
        assertThat(board.findValues("datasource").stream()
                        .filter(source -> source.has("uid"))
                        .map(source -> source.path("uid").asText()))
                .isNotEmpty()
                .isSubsetOf(SOURCES);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void noPanelLiesUponAnother(JsonNode board) {
        Set<String> taken = new HashSet<>();

        for (JsonNode panel : board.path("panels")) {
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    assertThat(taken.add((at.path("x").asInt() + x) + ":"
                                    + (at.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    private static List<JsonNode> panels(JsonNode board) {
        return board.path("panels")
                .valueStream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
