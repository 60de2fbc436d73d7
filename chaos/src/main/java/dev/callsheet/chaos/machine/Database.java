package dev.callsheet.chaos.machine;

import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.PostgresPart;
import dev.callsheet.stack.Schema;
import dev.callsheet.stack.StackFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL; what was committed outlives it. */
public final class Database implements Part {
    private final Schema schema;
    private final Programs programs;
    private final Path data;
    private final int port = FreePorts.take(1).getFirst();
    private volatile @Nullable PostgresPart running;

    /** @param schema whose service will use it */
    public Database(Programs programs, Schema schema) {
        this.schema = schema;
        this.programs = programs;
        this.data = programs.folder().resolve("postgres");
    }

    @Override
    public String name() {
        return "postgres";
    }

    /** What its service is told of it. */
    public Map<String, String> properties() {
        return properties(schema);
    }

    /** What a service is told of it. */
    public Map<String, String> properties(Schema of) {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", of.role(),
                "quarkus.datasource.password", of.password());
    }

    /** A connection as its service has it. */
    public Connection connect() throws SQLException {
        return connect(schema);
    }

    /** A connection as a service has it. */
    public Connection connect(Schema of) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), of.role(), of.password());
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void start() {
        running = PostgresPart.kept(data, programs.folder().resolve("postgres-programs"), programs.log(name()), port);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return PostgresPart.postmaster(data);
    }

    /** The library holds a lock on the folder until it is told of the end. */
    @Override
    public void clear() {
        PostgresPart dead = running;
        running = null;
        if (dead != null) {
            try {
                dead.close();
            } catch (StackFailure e) {
                // It was told to stop what is dead already.
            }
        }
    }
}
