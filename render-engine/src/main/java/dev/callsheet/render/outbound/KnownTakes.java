package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.Take;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes as they stand, read or held inside of a transaction. */
final class KnownTakes {
    private KnownTakes() {}

    /** All attempts of these requests, first to last, each with its score and the last ruling. */
    static Map<RequestId, List<Attempt>> attempts(Connection connection, Collection<RequestId> requests)
            throws SQLException {
        String select = "select " + TakeRow.COLUMNS + ", score, " + RulingRows.COLUMNS + " from takes t "
                + RulingRows.LAST + " where request_id = any (?::text[]::uuid[]) order by request_id, attempt";
        Map<RequestId, List<Attempt>> attempts = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setArray(1, Columns.texts(connection, List.copyOf(requests), id -> id));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String score = row.getString("score");
                    Take take = TakeRow.read(row);
                    attempts.computeIfAbsent(take.requestId(), _ -> new ArrayList<>())
                            .add(new Attempt(
                                    take,
                                    score == null
                                            ? null
                                            : Json.read(score.getBytes(StandardCharsets.UTF_8), Fact.Score.class),
                                    RulingRows.read(row)));
                }
            }
        }
        return attempts;
    }

    /** One take, held until the transaction ends. */
    static Optional<Take> lock(Connection connection, TakeId id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + TakeRow.COLUMNS + " from takes where id = ? for update")) {
            query.setObject(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(TakeRow.read(row)) : Optional.empty();
            }
        }
    }

    /** Who drives a take; null if nobody does. */
    static @Nullable String owner(Connection connection, TakeId id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select owner from takes where id = ?")) {
            query.setObject(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /**
     * Holds a request's takes until the transaction ends, without waiting for any.
     *
     * @return false if one of them is just being changed, or is with a worker that may submit it next
     */
    static boolean settled(Connection connection, RequestId request) throws SQLException {
        int held = 0;
        try (PreparedStatement lock = connection.prepareStatement(
                "select state = 'queued' and owner is not null from takes where request_id = ? for update skip locked")) {
            lock.setObject(1, request.value());
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(1)) {
                        return false;
                    }
                    held++;
                }
            }
        }
        try (PreparedStatement count = connection.prepareStatement("select count(*) from takes where request_id = ?")) {
            count.setObject(1, request.value());
            try (ResultSet row = count.executeQuery()) {
                return row.next() && row.getInt(1) == held;
            }
        }
    }

    /** Queued takes of a request that nobody drives, held until the transaction ends. */
    static List<Take> idle(Connection connection, RequestId request) throws SQLException {
        String select = "select " + TakeRow.COLUMNS
                + " from takes where request_id = ? and state = 'queued' and owner is null for update skip locked";
        List<Take> takes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setObject(1, request.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    takes.add(TakeRow.read(row));
                }
            }
        }
        return takes;
    }
}
