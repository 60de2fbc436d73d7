package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Signal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests, inside of a transaction. */
final class Requests {
    private static final String INSERT = """
            insert into requests (id, tenant, scenario, campaign, request, decision, traceparent, created_at, deadline)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String SELECT = """
            select id, tenant, request, decision, traceparent, exists (
                select from cancellations c where c.request_id = requests.id and c.tenant = requests.tenant) cancelled
            from requests where id = any (?::text[]::uuid[])
            """;
    private static final String MONEY = """
            select request_id, coalesce(sum(micros) filter (where kind = 'settled'), 0) settled,
                   coalesce(sum(case kind when 'committed' then micros when 'quoted' then 0 else -micros end), 0) open
            from ledger where request_id = any (?::text[]::uuid[]) group by request_id
            """;

    private static final String OVER = """
            select id, state, state = 'open' and (deadline <= ?) is not true as goes_on from requests
            where id = any (?::text[]::uuid[]) order by id for share
            """;

    private static final Signal TOO_LATE =
            new Signal.Refused("deadline.passed", "the request's time was over before it was submitted", false);
    private static final Signal NOT_NEEDED = new Signal.Cancel("the request has its clip");

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
            Instant deadline = file.hardDeadline();
            insert.setTimestamp(9, deadline == null ? null : Timestamp.from(deadline));
            return insert.executeUpdate() == 1;
        }
    }

    static Optional<RequestFile> find(Connection connection, RequestId id) throws SQLException {
        return select(connection, List.of(id), SELECT).stream().findFirst();
    }

    /** One, open or not, held until the transaction ends. */
    static Optional<RequestFile> lock(Connection connection, RequestId id) throws SQLException {
        return select(connection, List.of(id), SELECT + " for update").stream().findFirst();
    }

    /** Those that are open, held until the transaction ends, so that one conclusion is drawn at a time. */
    static List<RequestFile> lockOpen(Connection connection, Collection<RequestId> ids) throws SQLException {
        return select(connection, List.copyOf(ids), SELECT + " and state = 'open' order by id for update");
    }

    private static List<RequestFile> select(Connection connection, List<RequestId> ids, String sql)
            throws SQLException {
        List<RequestFile> files = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, Columns.texts(connection, ids, id -> id));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.add(RequestFile.of(
                            new RequestId(row.getObject("id", UUID.class)),
                            new TenantId(row.getString("tenant")),
                            Json.read(row.getString("request").getBytes(StandardCharsets.UTF_8)),
                            Json.read(row.getString("decision").getBytes(StandardCharsets.UTF_8), Decision.class),
                            row.getString("traceparent"),
                            row.getBoolean("cancelled")));
                }
            }
        }
        return files;
    }

    /** Those for which no more money may be spent, and why. None of the asked ones ends while the transaction runs. */
    static Map<RequestId, Signal> over(Connection connection, Collection<RequestId> ids, Instant at)
            throws SQLException {
        Map<RequestId, Signal> over = new HashMap<>();
        if (ids.isEmpty()) {
            return over;
        }
        try (PreparedStatement query = connection.prepareStatement(OVER)) {
            query.setTimestamp(1, Timestamp.from(at));
            query.setArray(2, Columns.texts(connection, List.copyOf(ids), id -> id));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (!row.getBoolean("goes_on")) {
                        over.put(
                                new RequestId(row.getObject("id", UUID.class)),
                                row.getString("state").equals("completed") ? NOT_NEEDED : TOO_LATE);
                    }
                }
            }
        }
        return over;
    }

    /** Notes which clip waits for a person's word. @return false if that was known already */
    static boolean hold(Connection connection, RequestId id, TakeId take) throws SQLException {
        return Sql.change(
                        connection,
                        "update requests set held_take = ? where id = ? and held_take is distinct from ?",
                        take.value(),
                        id.value(),
                        take.value())
                == 1;
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

    /** Notes the wish to stop. */
    static void cancel(
            Connection connection,
            RequestId id,
            TenantId tenant,
            @Nullable String reason,
            Unstoppable unstoppable,
            Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into cancellations (request_id, tenant, reason, unstoppable, at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)) {
            insert.setObject(1, id.value());
            insert.setString(2, tenant.value());
            insert.setString(3, reason);
            insert.setString(4, unstoppable.name().toLowerCase(Locale.ROOT));
            insert.setTimestamp(5, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    /** What a request has spent, and what may still be spent on it; micros. */
    record Money(long settled, long open) {
        static final Money NONE = new Money(0, 0);
    }

    static Map<RequestId, Money> money(Connection connection, Collection<RequestId> ids) throws SQLException {
        Map<RequestId, Money> money = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(MONEY)) {
            query.setArray(1, Columns.texts(connection, List.copyOf(ids), id -> id));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    money.put(
                            new RequestId(row.getObject(1, UUID.class)),
                            new Money(row.getLong("settled"), row.getLong("open")));
                }
            }
        }
        return money;
    }
}
