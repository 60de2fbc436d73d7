package dev.callsheet.bench.renders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.DbSchedulerPeer;
import dev.callsheet.bench.peer.EnginePeer;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Jobs of three steps that wait in the tables, until all have ended; the first of them warm the JVM up. */
final class DurableSteps {
    static final String ENGINE = "engine";
    static final String DB_SCHEDULER = "db-scheduler";
    static final String STEPS = "steps/s";
    static final String JOBS = "jobs/s";
    static final String ROWS = "rows/s";
    static final String CPU = "CPU us/job";
    static final String DATABASE_CPU = "database CPU us/job";
    private static final String STEPS_OF_JOB = "steps/job";
    private static final String ROWS_OF_JOB = "rows/job";
    private static final int SLOTS = 1_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** As db-scheduler's own documents have them, with both indexes. */
    private static final String TASKS = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamptz not null, picked boolean not null, picked_by text,
                last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index scheduled_tasks_time on scheduled_tasks (execution_time);
            create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat)
            """;

    private static final String FILL = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'render', n::text, now(), false, 1 from generate_series(%d, %d) n
            """;

    private final Programs programs;
    private final Database database;
    private final Server server;
    private final Size size;
    private final Figures figures;
    private final List<String> faults = new ArrayList<>();

    DurableSteps(Programs programs, Database database, Server server, Size size, Figures figures) {
        this.programs = programs;
        this.database = database;
        this.server = server;
        this.size = size;
        this.figures = figures;
    }

    List<String> faults() {
        return faults;
    }

    void engine(int round) throws InterruptedException {
        try (Tables tables = Tables.create(database, "engine").migrated();
                var clips = new Clips()) {
            Seeds.queued(tables, 0, size.warm());
            tables.settle();
            long rows = tables.written();
            Window window = engine("engine-" + round, tables, clips);
            expect("engine: finished", tables.number("select count(*) from takes where state = 'finished'"), 1);
            expect("engine: completed", tables.number("select count(*) from requests where state = 'completed'"), 1);
            expect(
                    "engine: micros settled",
                    tables.number("select coalesce(sum(micros), 0) from ledger where kind = 'settled'"),
                    Seeds.PRICE);
            double steps = (double) tables.number("select count(*) from steps where step > 0") / size.all();
            add(ENGINE, window, steps, rowsOfJob(tables, rows, Seeds.ROWS * (long) size.jobs()));
        }
    }

    private Window engine(String name, Tables tables, Clips clips) throws InterruptedException {
        try (Program program =
                programs.peer(name, EnginePeer.class, tables.url(), clips.url(), Integer.toString(SLOTS))) {
            String ended = "select count(*) from takes where state in ('finished', 'failed', 'cancelled')";
            Window window =
                    window(program, () -> tables.number(ended), () -> Seeds.queued(tables, size.warm(), size.jobs()));
            Wait.until("emptying the outbox", LIMIT, program, () -> tables.number("select count(*) from outbox") == 0);
            return window;
        }
    }

    void dbScheduler(int round) throws InterruptedException {
        String name = "db-scheduler-" + round;
        Path note = programs.folder().resolve(name + ".json");
        try (Tables tables = Tables.create(database, "db_scheduler")) {
            tables.execute(TASKS);
            tables.execute(FILL.formatted(1, size.warm()));
            tables.settle();
            long rows = tables.written();
            Window window = dbScheduler(name, tables, note);
            expect("db-scheduler: executions", executions(note), 3);
            add(DB_SCHEDULER, window, 3, rowsOfJob(tables, rows, size.jobs()));
        }
    }

    private Window dbScheduler(String name, Tables tables, Path note) throws InterruptedException {
        try (Program program = programs.peer(name, DbSchedulerPeer.class, tables.url(), note.toString())) {
            int[] given = {size.warm()};
            Window window =
                    window(program, () -> given[0] - tables.number("select count(*) from scheduled_tasks"), () -> {
                        given[0] = size.all();
                        tables.execute(FILL.formatted(size.warm() + 1, size.all()));
                    });
            Wait.until(
                    "counting its executions",
                    Duration.ofSeconds(10),
                    program,
                    () -> executions(note) >= 3L * size.all());
            return window;
        }
    }

    private static long executions(Path note) {
        try {
            JsonNode said = Json.read(Files.readAllBytes(note));
            return said.path("executions").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(String what, long found, long each) {
        long expected = each * size.all();
        if (found != expected) {
            faults.add(what + ": found " + found + ", expected " + expected);
        }
    }

    /** The program is gone, so that nothing it wrote is uncounted. @param given rows that we wrote since */
    private double rowsOfJob(Tables tables, long before, double given) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(500));
        return (tables.written() - before - given) / size.all();
    }

    private void add(String contender, Window window, double stepsOfJob, double rowsOfJob) {
        figures.add(contender, JOBS, window.perSecond());
        figures.add(contender, STEPS, window.perSecond() * stepsOfJob);
        figures.add(contender, ROWS, window.perSecond() * rowsOfJob);
        figures.add(contender, STEPS_OF_JOB, stepsOfJob);
        figures.add(contender, ROWS_OF_JOB, rowsOfJob);
        figures.add(contender, CPU, window.cpu());
        figures.add(contender, DATABASE_CPU, window.databaseCpu());
    }

    /** @param cpu of the program for a job, in microseconds */
    private record Window(double perSecond, double cpu, double databaseCpu) {}

    /** Lets the first jobs end, which warm the JVM up, then gives all others at once and waits for their end. */
    private Window window(Program program, LongSupplier ended, Runnable more) throws InterruptedException {
        Wait.until("the end of the first jobs", LIMIT, program, () -> ended.getAsLong() >= size.warm());
        more.run();
        Moment from = new Moment(System.nanoTime(), program.cpuMicros(), server.cpuMicros());
        Wait.until("the end of the jobs", LIMIT, program, () -> ended.getAsLong() >= size.all());
        Moment to = new Moment(System.nanoTime(), program.cpuMicros(), server.cpuMicros());
        double jobs = size.jobs();
        return new Window(
                jobs * 1e9 / (to.nanos() - from.nanos()),
                (to.cpu() - from.cpu()) / jobs,
                (to.databaseCpu() - from.databaseCpu()) / jobs);
    }

    private record Moment(long nanos, long cpu, long databaseCpu) {}
}
