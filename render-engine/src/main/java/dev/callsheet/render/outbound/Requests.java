package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.RequestFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests, inside of a transaction. */
final class Requests {
    private static final String INSERT = """
            insert into requests (id, tenant, scenario, campaign, request, decision, traceparent, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String SELECT = """
            select tenant, request, decision, traceparent, exists (
                select from cancellations c where c.request_id = requests.id and c.tenant = requests.tenant) cancelled
            from requests where id = ?
            """;

    private Requests() {}

    /** @return false if the request is known already */
    static boolean insert(Connection connection, RequestFile file, String scenario, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, file.id().value());
            insert.setString(2, file.tenant().value());
            insert.setString(3, scenario);
            insert.setString(4, file.request().campaign());
            insert.setString(5, Json.text(file.original()));
            insert.setString(6, Json.text(file.decision()));
            insert.setString(7, file.traceparent());
            insert.setTimestamp(8, Timestamp.from(at));
            return insert.executeUpdate() == 1;
        }
    }

    static Optional<RequestFile> find(Connection connection, RequestId id) throws SQLException {
        return select(connection, id, SELECT);
    }

    /** The request if it is open, held until the transaction ends, so that one conclusion is drawn at a time. */
    static Optional<RequestFile> lockOpen(Connection connection, RequestId id) throws SQLException {
        return select(connection, id, SELECT + " and state = 'open' for update");
    }

    private static Optional<RequestFile> select(Connection connection, RequestId id, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] decision = row.getString("decision").getBytes(StandardCharsets.UTF_8);
                return Optional.of(RequestFile.of(
                        id,
                        new TenantId(row.getString("tenant")),
                        Json.read(row.getString("request").getBytes(StandardCharsets.UTF_8)),
                        Json.read(decision, Decision.class),
                        row.getString("traceparent"),
                        row.getBoolean("cancelled")));
            }
        }
    }

    static void close(Connection connection, RequestId id, String state, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update requests set state = ?, ended_at = ? where id = ?")) {
            update.setString(1, state);
            update.setTimestamp(2, Timestamp.from(at));
            update.setObject(3, id.value());
            update.executeUpdate();
        }
    }

    /** Notes the wish to stop, and has the request's queued takes looked at now. */
    static void cancel(Connection connection, RequestId id, TenantId tenant, @Nullable String reason, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into cancellations (request_id, tenant, reason, at) values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, id.value());
            insert.setString(2, tenant.value());
            insert.setString(3, reason);
            insert.setTimestamp(4, Timestamp.from(at));
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update takes set next_at = ? where request_id = ? and tenant = ? and state = 'queued'"
                        + " and owner is null")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setObject(2, id.value());
            update.setString(3, tenant.value());
            update.executeUpdate();
        }
    }

    /** What the request has cost so far, in micros. */
    static long settled(Connection connection, RequestId id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select coalesce(sum(micros), 0) from ledger where request_id = ? and kind = 'settled'")) {
            query.setObject(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
