package dev.callsheet.bench.renders;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The database's own processes. */
final class Server {
    /** The kernel's clock ticks are 10 ms on every Linux that Java runs on. */
    private static final long MICROS_PER_TICK = 10_000;

    private final long postmaster;
    private final String version;
    private final String durability;

    private Server(long postmaster, String version, String durability) {
        this.postmaster = postmaster;
        this.version = version;
        this.durability = durability;
    }

    static Server of(Database database) {
        try (Connection connection = DriverManager.getConnection(database.url("public"));
                Statement statement = connection.createStatement()) {
            long backend = Long.parseLong(text(statement, "select pg_backend_pid()"));
            long parent = ProcessHandle.of(backend)
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElseThrow(() -> new StackFailure("the database's process cannot be seen from here"));
            return new Server(
                    parent,
                    text(statement, "show server_version"),
                    "synchronous_commit %s, fsync %s"
                            .formatted(text(statement, "show synchronous_commit"), text(statement, "show fsync")));
        } catch (SQLException e) {
            throw new StackFailure("the database: " + e.getMessage(), e);
        }
    }

    String version() {
        return version;
    }

    String durability() {
        return durability;
    }

    /** User and system time of all its processes so far, those that have ended included, in microseconds. */
    long cpuMicros() {
        List<Long> children = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
        long ticks = ticks(postmaster, 4);
        for (long child : children) {
            ticks += ticks(child, 2);
        }
        return ticks * MICROS_PER_TICK;
    }

    /** Of {@code utime stime cutime cstime}, fields 14 to 17 of proc(5) stat, the first so many. */
    private static long ticks(long pid, int fields) {
        return stat(pid)
                .map(stat -> {
                    String[] after = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                    long sum = 0;
                    for (int i = 0; i < fields; i++) {
                        sum += Long.parseLong(after[11 + i]);
                    }
                    return sum;
                })
                .orElse(0L);
    }

    private static Optional<String> stat(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException e) {
            // it has just ended: its parent has its time now
            return Optional.empty();
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
