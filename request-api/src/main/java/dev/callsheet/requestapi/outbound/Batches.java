package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.BatchRow;
import dev.callsheet.requestapi.domain.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Batches and who is in them. Thread-safe. */
@ApplicationScoped
public class Batches {
    private static final String FIND = "select " + BatchTable.COLUMNS + " from batches where id = ? and tenant = ?";
    private static final String NEWEST =
            "select " + BatchTable.COLUMNS + " from batches where tenant = ? order by created_at desc, id limit ?";
    private static final String SENT = "update batches set sent_at = now() where id = ? and sent_at is null";
    private static final String CANCELLED =
            "update batches set cancelled_at = now() where id = ? and cancelled_at is null";
    private static final String REFUSED =
            "update batch_rows set request_id = null, codes = ?, errors = ? where batch_id = ? and number = ?";
    private static final String UNSENT = """
            update batch_rows set request_id = null, codes = ?, errors = ?
            where batch_id = ? and request_id is not null
              and not exists (select 1 from claims where claims.request_id = batch_rows.request_id)
            """;
    private static final String ROWS =
            "select number, name, request_id, errors, notes from batch_rows where batch_id = ?";
    private static final String MEMBERS = """
            with recursive member (request_id, number) as (
                select request_id, number from batch_rows where batch_id = ? and request_id is not null
                union all
                select b.request_id, m.number from member m join batch_rows b on b.batch_id = m.request_id)
            select m.request_id, coalesce(r.state, 'accepted') as state
            from member m left join requests r on r.id = m.request_id order by m.number limit ?
            """;
    private static final String PARENT = "select batch_id from batch_rows where request_id = ? limit 1";

    private final Transactions transactions;

    Batches(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A request that belongs to a batch. */
    public record Member(RequestId id, State state) {}

    /** Writes a batch down with its rows, all or nothing; what is there already stays. */
    public void open(Batch batch, List<BatchRow> rows) {
        transactions.run(connection -> {
            BatchTable.open(connection, batch, rows);
            return batch.id();
        });
    }

    /** A batch of this tenant. */
    public Optional<Batch> find(TenantId tenant, UUID id) {
        return transactions.run(connection -> {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setObject(1, id);
                find.setString(2, tenant.value());
                return batches(find).stream().findFirst();
            }
        });
    }

    public List<Batch> newest(TenantId tenant, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement newest = connection.prepareStatement(NEWEST)) {
                newest.setString(1, tenant.value());
                newest.setInt(2, limit);
                return batches(newest);
            }
        });
    }

    /** All of its rows, in their order. */
    public List<BatchRow> rows(UUID id) {
        return rows(ROWS + " order by number", id);
    }

    /** The first of those that are no request. */
    public List<BatchRow> refused(UUID id, int limit) {
        return rows(ROWS + " and request_id is null order by number limit " + limit, id);
    }

    private List<BatchRow> rows(String sql, UUID id) {
        return transactions.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, id);
                List<BatchRow> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(new BatchRow(
                                row.getInt("number"),
                                row.getString("name"),
                                request(row),
                                BatchTable.violations(row.getString("errors")),
                                BatchTable.violations(row.getString("notes"))));
                    }
                }
                return rows;
            }
        });
    }

    /** The broker has all of it. */
    public void sent(UUID id) {
        update(SENT, id);
    }

    /** Nothing more of it is sent. */
    public void cancelled(UUID id) {
        update(CANCELLED, id);
    }

    /** A row that was accepted, but will never be a request. */
    public void refuse(UUID id, int number, Violation why) {
        var row = new BatchRow(number, null, null, List.of(why), List.of());
        transactions.run(connection -> {
            try (PreparedStatement refuse = connection.prepareStatement(REFUSED)) {
                refuse.setString(1, row.codes());
                refuse.setString(2, BatchTable.json(row.errors()));
                refuse.setObject(3, id);
                refuse.setInt(4, number);
                return refuse.executeUpdate();
            }
        });
    }

    /** Rows that nobody has claimed an id for: they are not on the log, and will not be. */
    public void refuseUnsent(UUID id) {
        var why = new Violation("batch.cancelled", "", null, null, "hand in a new batch with a new key");
        var row = new BatchRow(1, null, null, List.of(why), List.of());
        transactions.run(connection -> {
            try (PreparedStatement refuse = connection.prepareStatement(UNSENT)) {
                refuse.setString(1, row.codes());
                refuse.setString(2, BatchTable.json(row.errors()));
                refuse.setObject(3, id);
                return refuse.executeUpdate();
            }
        });
    }

    /** Who belongs to it, with the children of children, in their order. */
    public List<Member> members(UUID id, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(MEMBERS)) {
                query.setObject(1, id);
                query.setInt(2, limit);
                List<Member> members = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        members.add(new Member(
                                new RequestId(row.getObject("request_id", UUID.class)),
                                State.named(row.getString("state")).orElse(State.ACCEPTED)));
                    }
                }
                return members;
            }
        });
    }

    /** What a request is a part of; empty if it was asked for alone. */
    public Optional<UUID> parentOf(RequestId requestId) {
        return transactions.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(PARENT)) {
                query.setObject(1, requestId.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    private void update(String sql, UUID id) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, id);
                return update.executeUpdate();
            }
        });
    }

    private static List<Batch> batches(PreparedStatement query) throws SQLException {
        List<Batch> batches = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                batches.add(BatchTable.read(row));
            }
        }
        return batches;
    }

    private static @Nullable RequestId request(ResultSet row) throws SQLException {
        UUID id = row.getObject("request_id", UUID.class);
        return id == null ? null : new RequestId(id);
    }
}
