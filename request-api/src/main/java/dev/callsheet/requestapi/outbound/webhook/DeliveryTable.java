package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Delivery;
import dev.callsheet.requestapi.domain.webhook.DeliveryState;
import dev.callsheet.requestapi.domain.webhook.Notice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of deliveries as their owners see them, inside of a transaction. */
final class DeliveryTable {
    /** An endpoint may be deleted while a fact for it is written down: then there is nothing to write. */
    static final String INSERT = """
            insert into webhook_deliveries (id, webhook_id, event_id, type, occurred_at, payload, state, due_at, created_at)
            select cast(? as uuid), w.id, ?, ?, cast(? as timestamptz), cast(? as bytea), ?, cast(? as timestamptz),
                   cast(? as timestamptz)
            from webhooks w where w.id = ? for key share
            on conflict (id) do nothing
            """;

    private static final String LIST = """
            select * from webhook_deliveries
            where webhook_id = ? and (cast(? as text) is null or state = ?)
              and (cast(? as uuid) is null or (created_at, id) < (select created_at, id from webhook_deliveries where id = ?))
            order by created_at desc, id desc limit ?
            """;
    private static final String FIND = "select * from webhook_deliveries where id = ? and webhook_id = ?";
    private static final String ATTEMPTS = """
            select * from webhook_attempts where delivery_id = any (?) order by delivery_id, number desc
            """;
    private static final String AGAIN = """
            update webhook_deliveries set state = 'PENDING', tries = 0, due_at = ?, lease = null
            where id = ? and (state <> 'PENDING' or lease is null)
            """;
    private static final String ALL_AGAIN = """
            update webhook_deliveries set state = 'PENDING', tries = 0, due_at = ?, lease = null
            where webhook_id = ? and state in ('GIVEN_UP', 'HELD') and occurred_at >= ?
            """;

    private final Connection connection;

    DeliveryTable(Connection connection) {
        this.connection = connection;
    }

    /** Adds a row to a batch of {@link #INSERT}. */
    static void line(PreparedStatement insert, UUID id, UUID webhook, Notice notice, DeliveryState state, Timestamp now)
            throws SQLException {
        insert.setObject(1, id);
        insert.setString(2, notice.eventId());
        insert.setString(3, notice.type());
        insert.setTimestamp(4, Timestamp.from(notice.at()));
        insert.setBytes(5, notice.payload());
        insert.setString(6, state.name());
        insert.setTimestamp(7, now);
        insert.setTimestamp(8, now);
        insert.setObject(9, webhook);
        insert.addBatch();
    }

    void insert(UUID webhook, Notice notice, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            UUID id = notice.deliveryTo(webhook);
            line(insert, id, webhook, notice, DeliveryState.PENDING, Timestamp.from(now));
            insert.executeBatch();
        }
    }

    /** The newest first. @param before the last one of the page before; null for the first page */
    List<Delivery> list(UUID webhook, @Nullable DeliveryState state, @Nullable UUID before, int limit)
            throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setObject(1, webhook);
            list.setString(2, state == null ? null : state.name());
            list.setString(3, state == null ? null : state.name());
            list.setObject(4, before, java.sql.Types.OTHER);
            list.setObject(5, before, java.sql.Types.OTHER);
            list.setInt(6, limit);
            return read(list);
        }
    }

    @Nullable
    Delivery find(UUID webhook, UUID id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            find.setObject(2, webhook);
            return read(find).stream().findFirst().orElse(null);
        }
    }

    void again(UUID id, Instant now) throws SQLException {
        try (PreparedStatement again = connection.prepareStatement(AGAIN)) {
            again.setTimestamp(1, Timestamp.from(now));
            again.setObject(2, id);
            again.executeUpdate();
        }
    }

    /** @return how many */
    int allAgain(UUID webhook, Instant since, Instant now) throws SQLException {
        try (PreparedStatement again = connection.prepareStatement(ALL_AGAIN)) {
            again.setTimestamp(1, Timestamp.from(now));
            again.setObject(2, webhook);
            again.setTimestamp(3, Timestamp.from(since));
            return again.executeUpdate();
        }
    }

    private List<Delivery> read(PreparedStatement select) throws SQLException {
        Map<UUID, Delivery> found = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                DeliveryState state = DeliveryState.valueOf(row.getString("state"));
                UUID id = row.getObject("id", UUID.class);
                found.put(
                        id,
                        new Delivery(
                                id,
                                row.getObject("webhook_id", UUID.class),
                                row.getString("event_id"),
                                row.getString("type"),
                                row.getTimestamp("occurred_at").toInstant(),
                                state,
                                row.getInt("attempts"),
                                state == DeliveryState.PENDING ? WebhookTable.instant(row, "due_at") : null,
                                row.getTimestamp("created_at").toInstant(),
                                List.of()));
            }
        }
        Map<UUID, List<Delivery.Attempt>> tried = attempts(found.keySet().toArray());
        return found.values().stream()
                .map(delivery -> delivery.with(tried.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Delivery.Attempt>> attempts(Object[] deliveries) throws SQLException {
        Map<UUID, List<Delivery.Attempt>> tried = new HashMap<>();
        if (deliveries.length == 0) {
            return tried;
        }
        try (PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
            select.setArray(1, connection.createArrayOf("uuid", deliveries));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tried.computeIfAbsent(row.getObject("delivery_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Delivery.Attempt(
                                    row.getInt("number"),
                                    row.getTimestamp("at").toInstant(),
                                    row.getObject("status", Integer.class),
                                    row.getString("failure"),
                                    row.getLong("duration_ms"),
                                    row.getString("answer")));
                }
            }
        }
        return tried;
    }
}
