package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.BatchRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Batches and their rows, inside of a transaction. */
final class BatchTable {
    static final String COLUMNS =
            "id, tenant, kind, title, campaign, body_hash, total, created_at, sent_at, cancelled_at";

    private static final String OPEN = """
            insert into batches (id, tenant, kind, title, campaign, body_hash, total, created_at, sent_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set title = excluded.title, campaign = excluded.campaign
            where batches.kind <> 'catalogue'
            """;
    private static final String ROWS = """
            insert into batch_rows (batch_id, number, name, request_id, codes, errors, notes)
            select ?, number, name, request_id, codes, errors, notes
            from unnest(?::int[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                 as n(number, name, request_id, codes, errors, notes)
            on conflict do nothing
            """;

    private BatchTable() {}

    /** Writes it down with its rows; what is there already stays. */
    static void open(Connection connection, Batch batch, List<BatchRow> rows) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setObject(1, batch.id());
            open.setString(2, batch.tenant().value());
            open.setString(3, batch.kind().wire());
            open.setString(4, batch.title());
            open.setString(5, batch.campaign());
            open.setString(6, batch.bodyHash());
            open.setInt(7, batch.total());
            open.setTimestamp(8, Timestamp.from(batch.createdAt()));
            open.setTimestamp(9, at(batch.sentAt()));
            open.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(ROWS)) {
            insert.setObject(1, batch.id());
            insert.setArray(2, array(connection, "int", rows, BatchRow::number));
            insert.setArray(3, array(connection, "text", rows, BatchRow::name));
            insert.setArray(
                    4,
                    array(
                            connection,
                            "uuid",
                            rows,
                            row -> row.requestId() == null
                                    ? null
                                    : row.requestId().value()));
            insert.setArray(5, array(connection, "text", rows, BatchRow::codes));
            insert.setArray(6, array(connection, "text", rows, row -> json(row.errors())));
            insert.setArray(7, array(connection, "text", rows, row -> json(row.notes())));
            insert.executeUpdate();
        }
    }

    /** The batch of a row of {@link #COLUMNS}. */
    static Batch read(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant")),
                Batch.Kind.of(row.getString("kind")),
                row.getString("title"),
                row.getString("campaign"),
                row.getInt("total"),
                row.getString("body_hash"),
                row.getTimestamp("created_at").toInstant(),
                moment(row.getTimestamp("sent_at")),
                moment(row.getTimestamp("cancelled_at")));
    }

    static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** What {@link #open} wrote of a row's violations. */
    static List<Violation> violations(@Nullable String json) {
        return json == null ? List.of() : List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), Violation[].class));
    }

    static @Nullable String json(List<Violation> violations) {
        return violations.isEmpty() ? null : Json.text(violations);
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, List<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
