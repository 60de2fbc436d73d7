package dev.callsheet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That everything is counted and told. How fast it was is no question of a test's machine. */
class ShortFormIT {
    @TempDir
    Path folder;

    @Test
    void theRouterLosesAndDoublesNothingAndItsRatiosAreWritten() throws IOException {
        JsonNode report = run("router");

        assertThat(report.at("/figures/router service/records~1s/median").asDouble())
                .isPositive();
        assertThat(report.at("/figures/router service/p50 ms/median").asDouble())
                .isPositive();
        assertThat(report.path("ratios").findValuesAsText("name"))
                .contains(
                        "records/s: router service / bare loop, parse",
                        "records/s: router service / Kafka Streams, parse, exactly once v2");
    }

    @Test
    void theFrontDeskLosesAndDoublesNothingAndItsRatiosAreWritten() throws IOException {
        JsonNode report = run("intake");

        assertThat(report.at("/figures/front desk, 128/requests~1s/median").asDouble())
                .isPositive();
        assertThat(report.path("ratios").findValuesAsText("name"))
                .contains("requests/s: front desk, 128 / series limit");
    }

    @Test
    void theEngineEndsWhatItIsGivenAndItsRatiosAreWritten() throws IOException {
        JsonNode report = run("renders");

        assertThat(report.at("/figures/engine/steps~1job/median").asDouble()).isBetween(4.0, 5.0);
        assertThat(report.at("/figures/db-scheduler/steps~1job/median").asDouble())
                .isEqualTo(3);
        assertThat(report.at("/figures/takes in flight, one worker/polls~1s/median")
                        .asDouble())
                .isPositive();
        assertThat(report.path("ratios").findValuesAsText("name"))
                .contains(
                        "steps/s: engine / db-scheduler",
                        "rows/s: engine / PostgreSQL, 1 row/transaction, JDBC",
                        "takes in flight, one worker: lag p99 / (interval + 2 s)",
                        "polls/s: polls, HTTP/2, one connection / polls, HTTP/1.1, kept connections",
                        "takes of a killed worker: gap max / lease");
    }

    @Test
    void everyTurnIsSpokenAndItsRatiosAreWritten() throws IOException {
        JsonNode report = run("live");

        assertThat(report.at("/figures/session service/turns~1s/median").asDouble())
                .isPositive();
        assertThat(report.path("ratios").findValuesAsText("name"))
                .contains(
                        "added to a turn, 20 sessions: p99 ms",
                        "words taken p99: session service / bare echo",
                        "a stage's delay as told, worst error: ms",
                        "sessions/GiB");
    }

    private JsonNode run(String bench) throws IOException {
        Path json = folder.resolve(bench + ".json");
        var out = new StringWriter();
        int code = new CommandLine(new Bench())
                .setOut(new PrintWriter(out))
                .execute(bench, "--short", "--json", json.toString());
        assertThat(code).as(out.toString()).isZero();
        JsonNode report = Json.read(Files.readAllBytes(json));
        assertThat(report.path("valid").asBoolean()).isTrue();
        assertThat(report.path("ratios")).isNotEmpty().allSatisfy(ratio -> {
            assertThat(ratio.at("/spread/median").isNumber()).isTrue();
            assertThat(ratio.at("/spread/values")).hasSize(1);
        });
        return report;
    }
}
