package dev.callsheet.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    private static final Path PLANS = Path.of("plans");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"money.yaml", "money-short.yaml"})
    void theShippedPlansStrikeEveryPart(String name) {
        Plan plan = PlanFile.read(PLANS.resolve(name));

        assertThat(plan.strikes())
                .extracting(Strike::part)
                .contains("worker", "kafka", "postgres", "object-store", "twin");
        assertThat(plan.strikes()).extracting(Strike::how).contains(Strike.How.values());
        assertThat(plan.twin().faults()).hasSizeGreaterThan(40);
    }

    @Test
    void thePauseOfAWorkerIsLongerThanItsLeaseAndShorterThanTheSettleTime() {
        Plan plan = PlanFile.read(PLANS.resolve("money.yaml"));
        double lease = seconds(plan, "callsheet.render.lease");
        double settle = seconds(plan, "callsheet.render.settle");

        assertThat(plan.worker().pauseSeconds()).isBetween(lease, settle);
        assertThat(plan.strikes())
                .filteredOn(strike -> strike.how() == Strike.How.STOP)
                .allSatisfy(strike -> assertThat(strike.away())
                        .allSatisfy(away -> assertThat(away).isBetween(lease, settle)));
    }

    @Test
    void everyFaultIsAFileAndTheWholePlanHasThemAll() throws IOException {
        WholePlan all = PlanFile.read(PLANS.resolve("all.yaml"), WholePlan.class);
        WholePlan brief = PlanFile.read(PLANS.resolve("all-short.yaml"), WholePlan.class);
        List<String> files;
        try (var found = Files.list(PLANS.resolve("faults"))) {
            files = found.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .toList();
        }

        assertThat(all.faults()).hasSameElementsAs(files);
        assertThat(files).containsAll(brief.faults());
        assertThat(files).allSatisfy(file -> {
            Fault fault = PlanFile.read(PLANS.resolve("faults").resolve(file + ".yaml"), Fault.class);
            assertThat(fault.title()).isNotBlank();
            assertThat(all.replicasOf(fault.part()))
                    .as(file)
                    .isGreaterThanOrEqualTo(fault.part().equals("kafka") ? 0 : fault.which());
        });
        assertThat(files.stream()
                        .map(file -> PlanFile.read(PLANS.resolve("faults").resolve(file + ".yaml"), Fault.class))
                        .map(Fault::how)
                        .distinct())
                .containsExactlyInAnyOrder(Fault.How.values());
    }

    @Test
    void anUnknownKeyIsNamed() throws IOException {
        assertThatThrownBy(() -> PlanFile.read(spoilt("workers: 3", "workers: 3\nwrokers: 3")))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("wrokers");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        assertThatThrownBy(() -> PlanFile.read(spoilt("workers: 3", "")))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("workers");
    }

    @Test
    void aNumberOutOfBoundsIsTold() throws IOException {
        assertThatThrownBy(() -> PlanFile.read(spoilt("workers: 3", "workers: 0")))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("above 0");
    }

    private Path spoilt(String from, String to) throws IOException {
        String plan = Files.readString(PLANS.resolve("money.yaml"));
        return Files.writeString(folder.resolve("spoilt.yaml"), plan.replace(from, to));
    }

    private static double seconds(Plan plan, String key) {
        return Double.parseDouble(plan.worker().settings().get(key).replace("s", ""));
    }
}
