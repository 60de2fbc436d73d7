package dev.callsheet.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as processes of its own, from binaries that a jar carries. */
public final class PostgresPart implements RunningPart {
    /** Of two notes of one start: the kernel's and the postmaster's. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);

    private final EmbeddedPostgres postgres;
    private final Schema schema;

    private PostgresPart(EmbeddedPostgres postgres, Schema schema) {
        this.postgres = postgres;
        this.schema = schema;
    }

    /** A database that is gone when it is closed. */
    public static PostgresPart temporary(Schema schema) {
        return start(EmbeddedPostgres.builder(), schema);
    }

    /**
     * A database that stays, and runs on when this JVM ends.
     *
     * @param programs where the binaries are unpacked to; kept, so that the next start is quick
     */
    public static PostgresPart kept(Path data, Path programs, Path log, int port) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(programs);
            Files.createDirectories(log.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL's folder cannot be written: " + data, e);
        }
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setRegisterShutdownHook(false)
                .setPort(port);
        return start(builder, Schema.REQUEST_API);
    }

    private static PostgresPart start(EmbeddedPostgres.Builder builder, Schema schema) {
        @Nullable EmbeddedPostgres started = null;
        try {
            started = builder.setServerConfig("listen_addresses", "127.0.0.1")
                    // A commit that the library's default lets slip would be a paid take forgotten.
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofSeconds(40))
                    .start();
            try (var owner = started.getPostgresDatabase().getConnection()) {
                Schemas.create(owner);
            }
            return new PostgresPart(started, schema);
        } catch (IOException | SQLException | IllegalStateException e) {
            close(started);
            throw new StackFailure("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    /** The postmaster that runs on a data folder, if there is one: its pid and start time stand in a file there. */
    public static Optional<ProcessHandle> postmaster(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(start, started).abs().compareTo(CLOCK_ERROR) < 0)
                            .isPresent());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The address, without a role. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public Map<String, String> properties() {
        return schema.properties(jdbcUrl());
    }

    @Override
    public void close() {
        close(postgres);
    }

    private static void close(@Nullable EmbeddedPostgres postgres) {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL cannot be stopped: " + e.getMessage(), e);
        }
    }
}
