package dev.callsheet.bench.renders;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.QueueStub;
import dev.callsheet.bench.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One worker holds them all, each looked at once in an interval; some end, and the provider notes when that is seen. */
final class InFlight {
    static final String LABEL = "takes in flight, one worker";
    static final String P50 = "lag p50 s";
    static final String P99 = "lag p99 s";
    static final String MAX = "lag max s";
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final double MEGABYTE = 1024 * 1024;

    private final Programs programs;
    private final Database database;
    private final Server server;
    private final Certificate certificate;
    private final Size size;
    private final Figures figures;
    private final List<String> faults = new ArrayList<>();

    InFlight(Programs programs, Database database, Server server, Certificate certificate, Size size, Figures figures) {
        this.programs = programs;
        this.database = database;
        this.server = server;
        this.certificate = certificate;
        this.size = size;
        this.figures = figures;
    }

    List<String> faults() {
        return faults;
    }

    void run(int round) throws InterruptedException {
        int ends = size.endSeconds() * size.endsPerSecond();
        String name = "holder-" + round;
        try (Tables tables = Tables.create(database, "in_flight").migrated();
                Provider provider = Provider.start(programs, certificate, "provider-of-" + name, size.held())) {
            Seeds.rendering(tables, size.held(), ends);
            var workers = new Workers(programs, certificate, tables, provider, size.pollMillis(), 30_000);
            long started = System.nanoTime();
            try (Program worker = workers.start(name, size.held())) {
                Wait.until(
                        "holding all", LIMIT, worker, () -> workers.state(name).held() == size.held());
                figures.add(LABEL, "claimed all in s", (System.nanoTime() - started) / 1e9);
                Wait.until(
                        "a look at each",
                        LIMIT,
                        worker,
                        () -> provider.account().seen() == size.held());
                // One more interval: what a JVM compiles while it warms up is not counted.
                Thread.sleep(size.pollMillis());
                measure(workers, name, worker, provider, ends);
                Wait.until(
                        "storing the clips",
                        LIMIT,
                        worker,
                        () -> tables.number("select count(*) from takes where state = 'finished'") >= ends);
            }
            long moved = tables.number("select count(*) from takes where state not in ('rendering', 'finished')");
            if (moved != 0) {
                faults.add(name + ": " + moved + " takes are neither rendering nor finished");
            }
        }
    }

    private void measure(Workers workers, String name, Program worker, Provider provider, int ends)
            throws InterruptedException {
        long cpu = worker.cpuMicros();
        long database = server.cpuMicros();
        long polls = provider.account().polls();
        long from = System.nanoTime();
        provider.begin(ends, size.endsPerSecond());
        long heap = 0;
        while (System.nanoTime() - from < Duration.ofSeconds(size.endSeconds()).toNanos()) {
            heap = Math.max(heap, workers.state(name).heap());
            Thread.sleep(Duration.ofMillis(500));
        }
        double micros = (System.nanoTime() - from) / 1e3;
        figures.add(LABEL, Polling.POLLS, (provider.account().polls() - polls) * 1e6 / micros);
        figures.add(LABEL, "CPU s/s", (worker.cpuMicros() - cpu) / micros);
        figures.add(LABEL, "database CPU s/s", (server.cpuMicros() - database) / micros);
        figures.add(LABEL, "RSS MB", worker.residentBytes() / MEGABYTE);
        figures.add(LABEL, "heap MB, most seen", heap / MEGABYTE);
        Wait.until("seeing all ends", LIMIT, worker, () -> provider.account().ended() == ends);
        QueueStub.Spread lags = provider.account().lags();
        figures.add(LABEL, P50, lags.p50() / 1e3);
        figures.add(LABEL, P99, lags.p99() / 1e3);
        figures.add(LABEL, MAX, lags.max() / 1e3);
    }
}
