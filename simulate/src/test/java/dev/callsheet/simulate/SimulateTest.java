package dev.callsheet.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final Path PLAN = Path.of("plans/1-thousand.yaml");

    @TempDir
    Path folder;

    @Test
    void whatFillsUpFirstIsNamedAndIsWhatTheTableSays() {
        var out = new StringWriter();

        int code = Simulate.line().setOut(new PrintWriter(out)).execute(PLAN.toString(), "--requests", "4000");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString()).contains("First to fill up: i2v, at").contains("the table says: i2v, at");
    }

    @Test
    void aPlanThatCannotBePlayedNamesTheFieldAndWhatIsAllowed() throws IOException {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(PLAN).replace("clips: 1000", "clips: -3"));

        assertThatThrownBy(() -> PlanFile.read(plan))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("clips is -3.0, allowed is more than 0");

        Files.writeString(plan, Files.readString(PLAN).replace("peak:", "peek: 1\npeak:"));
        assertThatThrownBy(() -> PlanFile.read(plan))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("Unrecognized field \"peek\"");
    }

    @Test
    void everyPlanThatIsShippedCanBeRead() throws IOException {
        try (var plans = Files.list(Path.of("plans"))) {
            assertThat(plans.toList())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(plan -> assertThat(PlanFile.read(plan).name()).isNotBlank());
        }
    }
}
