package dev.callsheet.bench.renders;

import dev.callsheet.bench.Options;
import dev.callsheet.bench.Progress;
import dev.callsheet.bench.machine.Machine;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The render engine: durable steps, a hundred thousand takes in one worker, polls, and recovery from a kill. */
public final class RendersBench {
    private final Options options;
    private final Progress progress;
    private final Figures figures = new Figures();
    private final List<String> faults = new ArrayList<>();

    public RendersBench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public Report run(Programs programs) throws InterruptedException {
        Size size = Size.of(options.brief());
        Machine before = Machine.now();
        try (Database database = Database.start()) {
            Server server = Server.of(database);
            Certificate certificate = Certificate.make(programs.folder());
            var steps = new DurableSteps(programs, database, server, size, figures);
            var rows = new RowRates(programs, database, size, figures);
            var polling = new Polling(programs, certificate, size, figures);
            var inFlight = new InFlight(programs, database, server, certificate, size, figures);
            var recovery = new Recovery(programs, database, certificate, size, figures);
            for (int round = 1; round <= options.rounds(); round++) {
                if (options.runs(Part.STEPS)) {
                    steps(round, steps, rows);
                }
                if (options.runs(Part.POLLING)) {
                    for (Polling.Way way : Polling.Way.values()) {
                        polling.run(way, round);
                        progress.say(round, way.label(), figures, List.of(Polling.POLLS, Polling.CPU));
                    }
                }
                if (options.runs(Part.IN_FLIGHT)) {
                    inFlight.run(round);
                    progress.say(round, InFlight.LABEL, figures, List.of(InFlight.P50, InFlight.P99, Polling.POLLS));
                }
                if (options.runs(Part.RECOVERY)) {
                    recovery.run(round);
                    progress.say(round, Recovery.LABEL, figures, List.of(Recovery.MAX));
                }
            }
            faults.addAll(steps.faults());
            faults.addAll(inFlight.faults());
            return new Report(
                    "renders",
                    options.brief(),
                    options.rounds(),
                    setting(size, server),
                    before,
                    Machine.now(),
                    faults.isEmpty(),
                    List.copyOf(faults),
                    faults.isEmpty() ? new RendersRatios(figures, size).all() : List.of(),
                    figures.spreads());
        }
    }

    private void steps(int round, DurableSteps steps, RowRates rows) throws InterruptedException {
        List<String> told = List.of(DurableSteps.JOBS, DurableSteps.STEPS, DurableSteps.ROWS, DurableSteps.CPU);
        steps.engine(round);
        progress.say(round, DurableSteps.ENGINE, figures, told);
        steps.dbScheduler(round);
        progress.say(round, DurableSteps.DB_SCHEDULER, figures, told);
        rows.run(round);
        for (String label : List.of(RowRates.PGBENCH, RowRates.SINGLE, RowRates.BATCHED)) {
            progress.say(round, label, figures, List.of(RowRates.ROWS));
        }
    }

    private static Map<String, Object> setting(Size size, Server server) {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("jobs", size.jobs());
        setting.put("notCounted", size.warm());
        setting.put("takesInFlight", size.held());
        setting.put("pollIntervalMillis", size.pollMillis());
        setting.put("endsPerSecond", size.endsPerSecond());
        setting.put("endSeconds", size.endSeconds());
        setting.put("takesOfKilledWorker", size.orphans());
        setting.put("leaseMillis", size.leaseMillis());
        setting.put("postgresql", server.version());
        setting.put("durability", server.durability());
        setting.put("pgbench", RowRates.pgbench().isPresent() ? "used" : "not installed: JDBC only");
        return setting;
    }
}
