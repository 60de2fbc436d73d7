package dev.callsheet.chaos.gather;

import dev.callsheet.chaos.check.Snapshot.JobRow;
import dev.callsheet.chaos.check.Snapshot.LedgerRow;
import dev.callsheet.chaos.check.Snapshot.PurseRow;
import dev.callsheet.chaos.check.Snapshot.RequestRow;
import dev.callsheet.chaos.check.Snapshot.SlotRow;
import dev.callsheet.chaos.check.Snapshot.StepRow;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The worker's tables, read as they are. */
public final class Tables {
    private final Connection connection;

    /** @param connection with the worker's own role, so that its schema is found */
    public Tables(Connection connection) {
        this.connection = connection;
    }

    List<RequestRow> requests() throws SQLException {
        return rows(
                "select id, tenant, campaign, state, coalesce((request::jsonb ->> 'maxTakes')::int, 1) from requests",
                row -> new RequestRow(
                        uuid(row, 1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)));
    }

    List<TakeRow> takes() throws SQLException {
        return rows(
                "select id, request_id, attempt, state from takes",
                row -> new TakeRow(uuid(row, 1), uuid(row, 2), row.getInt(3), row.getString(4)));
    }

    List<StepRow> steps() throws SQLException {
        return rows(
                "select take_id, step, state, cause from steps order by take_id, step",
                row -> new StepRow(uuid(row, 1), row.getInt(2), row.getString(3), row.getString(4)));
    }

    List<LedgerRow> ledger() throws SQLException {
        return rows(
                "select take_id, tenant, campaign, kind, micros from ledger order by seq",
                row -> new LedgerRow(
                        uuid(row, 1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
    }

    List<PurseRow> purses() throws SQLException {
        return rows(
                "select tenant, campaign, committed_micros, settled_micros from purses",
                row -> new PurseRow(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    List<SlotRow> slots() throws SQLException {
        return rows(
                "select model, number, take_id from slots",
                row -> new SlotRow(row.getString(1), row.getInt(2), row.getObject(3, UUID.class)));
    }

    List<JobRow> jobs() throws SQLException {
        return rows(
                "select provider_id, take_id from provider_jobs", row -> new JobRow(row.getString(1), uuid(row, 2)));
    }

    int outbox() throws SQLException {
        return rows("select count(*) from outbox", row -> row.getInt(1)).getFirst();
    }

    /** How far the run is; zeros as long as there are no tables. */
    public Stand stand() throws SQLException {
        if (rows(
                        "select to_regclass('outbox') is not null and to_regclass('takes') is not null",
                        row -> row.getBoolean(1))
                .getFirst()) {
            return rows(
                            """
                            select (select count(*) from requests), (select count(*) from requests where state <> 'open'),
                                   (select count(*) from takes where state not in ('finished', 'failed', 'cancelled')),
                                   (select count(*) from ledger where kind = 'settled'),
                                   (select count(*) from takes where state = 'wedged'),
                                   (select count(*) from outbox)
                            """,
                            row -> new Stand(
                                    row.getInt(1),
                                    row.getInt(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    row.getInt(6)))
                    .getFirst();
        }
        return new Stand(0, 0, 0, 0, 0, 0);
    }

    /**
     * @param known requests in the tables
     * @param ended those with an end
     * @param open takes without one
     * @param paid takes that are settled
     * @param wedged of the open takes
     */
    public record Stand(int known, int ended, int open, int paid, int wedged, int outbox) {
        /** Whether nothing more can happen. */
        public boolean quiet(int asked) {
            return known >= asked && ended == known && open == 0 && outbox == 0;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        }
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
