package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Ask;
import dev.callsheet.requestapi.domain.Claim;
import dev.callsheet.requestapi.domain.Door;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of claims: many at once, in one statement. Rows are taken in the order of their ids, so that two
 * transactions never wait for each other in a ring.
 */
final class ClaimTable {
    private static final String CLAIM = """
            insert into claims (request_id, tenant, body_hash, door, sent)
            select id, tenant, decode(hash, 'hex'), ?, ?
            from unnest(?::uuid[], ?::text[], ?::text[]) as asked(id, tenant, hash)
            on conflict (request_id) do nothing
            returning request_id
            """;
    private static final String READ = """
            select request_id, encode(body_hash, 'hex') as body_hash, door,
                   sent or exists (select 1 from requests where id = request_id) as sent
            from claims where request_id = any (?)
            """;
    private static final String SENT = """
            update claims set sent = true
            from (select request_id from claims where request_id = any (?) and not sent order by request_id for update) due
            where claims.request_id = due.request_id
            """;
    private static final String STATE = """
            select sent from claims where request_id = ? and tenant = ?
            """;

    private ClaimTable() {}

    /**
     * Claims ids that nobody has, and tells for all which body they stand for. The first of several asks for one id wins.
     *
     * @param sent whether the records are on the log already
     */
    static Map<RequestId, Claim> claim(Connection connection, Collection<Ask> asks, Door door, boolean sent)
            throws SQLException {
        Map<UUID, Ask> first = new LinkedHashMap<>();
        asks.stream()
                .sorted(Comparator.comparing(ask -> ask.requestId().value()))
                .forEach(ask -> first.putIfAbsent(ask.requestId().value(), ask));
        Map<RequestId, Claim> claims = new HashMap<>();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, door.wire());
            claim.setBoolean(2, sent);
            claim.setArray(3, connection.createArrayOf("uuid", first.keySet().toArray()));
            claim.setArray(
                    4,
                    texts(
                            connection,
                            first.values().stream()
                                    .map(ask -> ask.tenant().value())
                                    .toList()));
            claim.setArray(
                    5,
                    texts(connection, first.values().stream().map(Ask::bodyHash).toList()));
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    Ask ask = first.remove(id);
                    claims.put(new RequestId(id), new Claim(ask.bodyHash(), door, sent, true));
                }
            }
        }
        if (!first.isEmpty()) {
            read(connection, first.keySet(), claims);
        }
        return claims;
    }

    static void sent(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(SENT)) {
            mark.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            mark.executeUpdate();
        }
    }

    /** Whether the broker has a claimed request; empty if nobody claimed it. */
    static Optional<Boolean> state(Connection connection, TenantId tenant, RequestId id) throws SQLException {
        try (PreparedStatement state = connection.prepareStatement(STATE)) {
            state.setObject(1, id.value());
            state.setString(2, tenant.value());
            try (ResultSet row = state.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        }
    }

    private static void read(Connection connection, Collection<UUID> ids, Map<RequestId, Claim> into)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    into.put(
                            new RequestId(row.getObject("request_id", UUID.class)),
                            new Claim(
                                    row.getString("body_hash"),
                                    Door.of(row.getString("door")),
                                    row.getBoolean("sent"),
                                    false));
                }
            }
        }
    }

    private static java.sql.Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", Arrays.copyOf(values.toArray(), values.size()));
    }
}
