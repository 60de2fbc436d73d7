package dev.callsheet.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.dialect.Dialect;
import dev.callsheet.routing.dialect.Dialects;
import dev.callsheet.routing.policy.PolicyFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The files that the README plans. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final TenantId DEMO = new TenantId("demo");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Policy POLICY = PolicyFile.load(Optional.empty()).all();
    private static final Dialects DIALECTS = Dialects.load();

    @Test
    void theCatalogueHasTwoRowsToMend() throws IOException {
        Planner planner =
                Planner.of(DEMO, POLICY, DIALECTS.named(Dialects.TABLE).orElseThrow(), NOW);

        List<Planned> planned =
                Table.rows(new StringReader(Files.readString(EXAMPLES.resolve("catalogue.csv")))).stream()
                        .map(planner::plan)
                        .toList();

        assertThat(planned).extracting(row -> row.decision().route()).containsExactly(Route.I2V, Route.I2V, null, null);
    }

    @Test
    void requestsInOtherPeoplesFormsFindTheirFamily() throws IOException {
        Dialect neutral = DIALECTS.named("neutral").orElseThrow();
        Planner planner = Planner.reading(
                DEMO, POLICY, (document, now) -> DIALECTS.of(document, neutral).map(document, now), NOW);

        List<Planned> planned = Files.readAllLines(EXAMPLES.resolve("requests.jsonl")).stream()
                .map(line -> planner.plan(Rows.line(1, line)))
                .toList();

        assertThat(planned)
                .extracting(Planned::dialect)
                .containsExactly("neutral", "gmi", "openai", "neutral", "neutral");
        assertThat(planned)
                .extracting(row -> row.decision().route())
                .containsExactly(Route.I2V, Route.R2V, Route.I2V, Route.AVATAR, null);
    }
}
