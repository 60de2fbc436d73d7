package dev.callsheet.bench.renders;

import dev.callsheet.bench.load.Closed;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.RowsPeer;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the database can do by itself: narrow rows updated one in a transaction, or 500. */
final class RowRates {
    static final String PGBENCH = "PostgreSQL, 1 row/transaction, pgbench";
    static final String SINGLE = "PostgreSQL, 1 row/transaction, JDBC";
    static final String BATCHED = "PostgreSQL, 500 rows/transaction, JDBC";
    static final String ROWS = DurableSteps.ROWS;
    private static final String CPU = "CPU us/row";
    private static final int COUNT = 96_000;
    private static final int CONNECTIONS = 32;
    private static final int BATCH = 500;
    private static final int WRITERS = 4;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String TABLE = """
            create table bench_rows (id int primary key, state int not null, at timestamptz not null) with (fillfactor = 70);
            insert into bench_rows select n, 0, now() from generate_series(0, %d) n
            """;
    private static final String SCRIPT = """
            \\set id random(0, %d)
            update database_alone.bench_rows set state = state + 1, at = now() where id = :id;
            """;

    private final Programs programs;
    private final Database database;
    private final Size size;
    private final Figures figures;

    RowRates(Programs programs, Database database, Size size, Figures figures) {
        this.programs = programs;
        this.database = database;
        this.size = size;
        this.figures = figures;
    }

    /** PostgreSQL's own program for the question, where it is installed. */
    static Optional<Path> pgbench() {
        List<Path> folders = Stream.concat(
                        versions(Path.of("/usr/lib/postgresql")),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                                .map(Path::of))
                .toList();
        return folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> versions(Path folder) {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    void run(int round) throws InterruptedException {
        try (Tables tables = Tables.create(database, "database_alone")) {
            tables.execute(TABLE.formatted(COUNT - 1));
            tables.settle();
            Optional<Path> pgbench = pgbench();
            if (pgbench.isPresent()) {
                figures.add(PGBENCH, ROWS, pgbench(pgbench.get(), round));
            }
            jdbc(SINGLE, tables, "single-" + round, CONNECTIONS, 1);
            jdbc(BATCHED, tables, "batched-" + round, WRITERS, BATCH);
        }
    }

    private void jdbc(String label, Tables tables, String name, int connections, int batch)
            throws InterruptedException {
        Path result = programs.folder().resolve(name + ".json");
        try (Program program = programs.peer(
                name,
                RowsPeer.class,
                tables.url(),
                Integer.toString(COUNT),
                Integer.toString(connections),
                Integer.toString(batch),
                Integer.toString(size.seconds()),
                Integer.toString(size.seconds()),
                result.toString())) {
            if (!program.ended(Duration.ofSeconds(60L + 2L * size.seconds()))) {
                throw new StackFailure(name + " has failed");
            }
            Closed seen = Json.read(Files.readAllBytes(result), Closed.class);
            figures.add(label, ROWS, seen.perSecond());
            figures.add(label, CPU, seen.cpuMicros());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double pgbench(Path pgbench, int round) throws InterruptedException {
        String name = "pgbench-" + round;
        Path script = programs.folder().resolve(name + ".sql");
        try {
            Files.createDirectories(programs.folder());
            Files.writeString(script, SCRIPT.formatted(COUNT - 1));
            List<String> command = List.of(
                    pgbench.toString(),
                    "--no-vacuum",
                    "--host=127.0.0.1",
                    "--port=" + database.port(),
                    "--username=postgres",
                    "--client=" + CONNECTIONS,
                    "--jobs=2",
                    "--protocol=prepared",
                    "--time=" + size.seconds(),
                    "--file=" + script,
                    "postgres");
            try (Program program = programs.start(name, command, Map.of())) {
                if (!program.ended(Duration.ofSeconds(60L + size.seconds()))) {
                    throw new StackFailure(name + " has failed");
                }
            }
            Matcher rate = RATE.matcher(Files.readString(programs.folder().resolve(name + ".log")));
            if (!rate.find()) {
                throw new StackFailure(name + " tells no rate");
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
