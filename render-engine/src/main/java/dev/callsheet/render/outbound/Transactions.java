package dev.callsheet.render.outbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs work as one transaction: all of it or none of it. */
public final class Transactions {
    private final DataSource dataSource;
    private final ThreadLocal<@Nullable List<Runnable>> afterwards = new ThreadLocal<>();

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    public <T> T run(Work<T> work) throws SQLException {
        List<Runnable> outer = afterwards.get();
        List<Runnable> mine = new ArrayList<>();
        afterwards.set(mine);
        T result;
        try {
            result = commit(work);
        } finally {
            afterwards.set(outer);
        }
        mine.forEach(Runnable::run);
        return result;
    }

    /** Does something once the transaction that runs on this thread has committed, and never if it does not. */
    void afterwards(Runnable deed) {
        List<Runnable> deeds = afterwards.get();
        if (deeds == null) {
            throw new IllegalStateException("no transaction runs on this thread");
        }
        deeds.add(deed);
    }

    private <T> T commit(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** A single statement that only reads: no round trips for a beginning and an end. */
    public <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return work.run(connection);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
