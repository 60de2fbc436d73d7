package dev.callsheet.bench.renders;

import static dev.callsheet.bench.report.Ratio.atLeast;
import static dev.callsheet.bench.report.Ratio.atMost;

import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures of one run say about the engine. */
record RendersRatios(Figures figures, Size size) {
    private static final Optional<Ratio.Goal> NONE = Optional.empty();

    /** Those of which both sides were measured. */
    List<Ratio> all() {
        String engine = DurableSteps.ENGINE;
        String scheduler = DurableSteps.DB_SCHEDULER;
        String kept = Polling.Way.KEPT.label();
        String fresh = Polling.Way.FRESH.label();
        String multiplexed = Polling.Way.MULTIPLEXED.label();
        double interval = size.pollMillis() / 1e3;
        return Stream.of(
                        of(DurableSteps.STEPS, engine, scheduler, atLeast(5)),
                        of(DurableSteps.JOBS, engine, scheduler, NONE),
                        of(DurableSteps.CPU, engine, scheduler, NONE),
                        of(DurableSteps.DATABASE_CPU, engine, scheduler, NONE),
                        of(DurableSteps.ROWS, engine, RowRates.PGBENCH, atLeast(3)),
                        of(DurableSteps.ROWS, engine, RowRates.SINGLE, atLeast(3)),
                        of(DurableSteps.ROWS, engine, RowRates.BATCHED, NONE),
                        Ratio.absolute(
                                InFlight.LABEL + ": " + InFlight.P99,
                                figures.of(InFlight.LABEL, InFlight.P99),
                                atMost(interval + 2)),
                        Ratio.absolute(
                                InFlight.LABEL + ": lag p99 / (interval + 2 s)",
                                figures.of(InFlight.LABEL, InFlight.P99).stream()
                                        .map(lag -> lag / (interval + 2))
                                        .toList(),
                                atMost(1)),
                        of(Polling.POLLS, multiplexed, kept, NONE),
                        of(Polling.POLLS, multiplexed, fresh, NONE),
                        of(Polling.CPU, multiplexed, kept, NONE),
                        of(Polling.CPU, multiplexed, fresh, NONE),
                        Ratio.absolute(
                                Recovery.LABEL + ": " + Recovery.MAX,
                                figures.of(Recovery.LABEL, Recovery.MAX),
                                atMost(1.6)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Ratio> of(String figure, String above, String below, Optional<Ratio.Goal> goal) {
        return Ratio.of(
                figure + ": " + above + " / " + below, figures.of(above, figure), figures.of(below, figure), goal);
    }
}
