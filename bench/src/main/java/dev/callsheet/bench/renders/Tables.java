package dev.callsheet.bench.renders;

import dev.callsheet.stack.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** A schema of one contender's own, as the database's superuser; gone when it is closed. */
final class Tables implements AutoCloseable {
    private final String url;
    private final String schema;
    private final Connection connection;

    private Tables(String url, String schema, Connection connection) {
        this.url = url;
        this.schema = schema;
        this.connection = connection;
    }

    static Tables create(Database database, String schema) {
        String url = database.url(schema);
        try {
            Connection connection = DriverManager.getConnection(url);
            var tables = new Tables(url, schema, connection);
            tables.execute("create schema " + schema);
            return tables;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The engine's tables. */
    Tables migrated() {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(schema)
                .locations("db/outbox", "db/engine")
                .load()
                .migrate();
        return this;
    }

    String url() {
        return url;
    }

    String schema() {
        return schema;
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** After a load: no vacuum and no checkpoint of it shall fall into the time that counts. */
    void settle() {
        execute("vacuum analyze");
        execute("checkpoint");
    }

    long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Rows inserted, changed and removed so far, as the server counts them; those of running programs come late. */
    long written() {
        execute("select pg_stat_force_next_flush()");
        return number("select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables"
                + " where schemaname = '" + schema + "'");
    }

    @Override
    public void close() {
        execute("drop schema " + schema + " cascade");
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StackFailure failure(SQLException e) {
        return new StackFailure("the tables: " + e.getMessage(), e);
    }
}
