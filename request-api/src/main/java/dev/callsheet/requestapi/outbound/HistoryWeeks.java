package dev.callsheet.requestapi.outbound;

import dev.callsheet.requestapi.domain.Week;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions of the history: made before the first of a week is told, dropped when a week is old. Thread-safe. */
@ApplicationScoped
public class HistoryWeeks {
    private static final String PREFIX = "history_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int AT_ONCE = 5_000;
    /** Replicas do it one after the other; the lock is the transaction's. */
    private static final String TURN = "select pg_advisory_xact_lock(hashtext(current_schema() || '.history'))";
    /** Who waits for a partition's lock holds up everybody behind him. */
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    private static final String KNOWN = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'history'::regclass order by 1
            """;
    private static final List<String> OLD = List.of(
            "delete from requests where id in (select id from requests where week < ? limit " + AT_ONCE + ")",
            "delete from claims where request_id in (select request_id from claims where created_at < ? limit "
                    + AT_ONCE + ")",
            "delete from daily_use where ctid in (select ctid from daily_use where day < ? limit " + AT_ONCE + ")");

    private final Transactions transactions;
    private final Set<Week> made = ConcurrentHashMap.newKeySet();

    public HistoryWeeks(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The week of what is first heard of at this moment; there is room for it, and for the week after. */
    public Week ready(Instant now) {
        Week week = Week.of(now);
        if (!made.contains(week)) {
            transactions.run(connection -> {
                run(connection, TURN);
                make(connection, week);
                make(connection, week.next());
                return null;
            });
            made.add(week);
        }
        return week;
    }

    /**
     * Drops the weeks before this one, with their requests and what requests' ids stood for.
     *
     * @return how many weeks were dropped
     */
    public int forget(Week first) {
        int dropped = transactions.run(connection -> {
            run(connection, PATIENCE);
            run(connection, TURN);
            int count = 0;
            for (String partition : known(connection)) {
                if (monday(partition).isBefore(first.monday())) {
                    run(connection, "drop table " + partition);
                    count++;
                }
            }
            return count;
        });
        OLD.forEach(statement -> delete(statement, first.monday()));
        return dropped;
    }

    private void delete(String statement, LocalDate before) {
        int deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
            deleted = transactions.run(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(statement)) {
                    delete.setObject(1, before);
                    return delete.executeUpdate();
                }
            });
        }
    }

    private static void make(Connection connection, Week week) throws SQLException {
        run(
                connection,
                "create table if not exists %s%s partition of history for values from ('%s') to ('%s')"
                        .formatted(
                                PREFIX,
                                DAY.format(week.monday()),
                                week.monday(),
                                week.next().monday()));
    }

    private static List<String> known(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(KNOWN)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static LocalDate monday(String partition) {
        return LocalDate.parse(partition.substring(PREFIX.length()), DAY);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
