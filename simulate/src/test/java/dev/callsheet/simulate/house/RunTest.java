package dev.callsheet.simulate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Plan.Station WIDE = new Plan.Station(1000, 0.001, 1);

    /** One family of 10 slots of four minutes, everything else wide open. */
    private static Plan plan(double clips, double spread, List<Plan.Tenant> tenants) {
        return plan(clips, new Plan.Family(1, 10, 240, spread, 0.05, 0.2, 3), tenants);
    }

    private static Plan plan(double clips, Plan.Family family, List<Plan.Tenant> tenants) {
        return new Plan(
                "a test",
                clips,
                1,
                60_000,
                11,
                0,
                Map.of(
                        "intake",
                        WIDE,
                        "router",
                        WIDE,
                        "database",
                        WIDE,
                        "worker",
                        WIDE,
                        "carrier",
                        WIDE,
                        "scorer",
                        WIDE),
                Map.of("r2v", family),
                tenants,
                new Plan.Live(5, 20, 1, 1));
    }

    private static final List<Plan.Tenant> ONE = List.of(new Plan.Tenant("one", 1, 1));

    private static Room room(Run.Outcome outcome, String name) {
        return outcome.rooms().stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLineOfSlotsIsAsLongAsTheoryAndLittleSay() {
        // 10 slots at 80 %, one take a clip: retakes come in step with what went before, which theory does not know.
        Plan plan = plan(86_400 * 8 / 240.0, new Plan.Family(1, 10, 240, 0.5, 0, 0, 1), ONE);

        List<Room> days = LongStream.rangeClosed(1, 4)
                .mapToObj(seed -> room(Run.of(seeded(plan, seed)), "r2v"))
                .toList();

        assertThat(days).allSatisfy(slots -> {
            assertThat(slots.use()).isCloseTo(0.8, within(0.02));
            assertThat(slots.littleError()).isLessThan(0.02);
        });
        assertThat(days.stream().mapToDouble(slots -> slots.waits().mean()).sum())
                .isCloseTo(days.stream().mapToDouble(Room::expectedWait).sum(), Percentage.withPercentage(12));
    }

    private static Plan seeded(Plan plan, long seed) {
        return new Plan(
                plan.name(),
                plan.clips(),
                plan.peak(),
                30_000,
                seed,
                plan.rejected(),
                plan.stations(),
                plan.families(),
                plan.tenants(),
                plan.live());
    }

    @Test
    void aClipTakesAsManyTakesAsTheSharesSay() {
        Plan plan = plan(2000, 0.15, ONE);

        Run.Outcome outcome = Run.of(plan);

        double perClip = (double) outcome.takes() / (outcome.clips() + outcome.lost());
        assertThat(perClip).isCloseTo(plan.families().get("r2v").takesPerClip(), Percentage.withPercentage(2));
        // 0.05 + 0.95 x 0.2 = 0.24 of three in a row.
        assertThat((double) outcome.lost() / (outcome.clips() + outcome.lost()))
                .isCloseTo(Math.pow(0.24, 3), within(0.003));
    }

    @Test
    void whoAsksForLittleDoesNotWaitForWhoAsksForMuch() {
        Run.Outcome outcome = Run.of(plan(
                86_400 * 9.7 / 240.0 / 1.2976,
                0.15,
                List.of(new Plan.Tenant("flood", 20, 1), new Plan.Tenant("drop", 1, 1))));

        Map<String, dev.callsheet.simulate.figures.Sample> waits =
                outcome.waits().get("r2v");
        assertThat(waits.get("drop").mean()).isLessThan(waits.get("flood").mean() / 2);
    }

    @Test
    void theSamePlanGivesTheSameDay() {
        Plan plan = plan(2000, 0.15, ONE);

        assertThat(Run.of(plan).ways().mean()).isEqualTo(Run.of(plan).ways().mean());
    }

    @Test
    void whatIsForetoldAsLatestHoldsInNineteenOfTwenty() {
        Run.Outcome outcome = Run.of(plan(86_400 * 8 / 240.0 / 1.2976, 0.15, ONE));

        assertThat(outcome.late().get("r2v")).isBetween(0.001, 0.06);
    }
}
