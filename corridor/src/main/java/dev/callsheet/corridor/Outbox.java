package dev.callsheet.corridor;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

/**
 * Events that leave with the transaction that caused them: {@link #add} writes a row, {@link OutboxRelay} publishes
 * it. The table comes from {@code db/outbox} (a Flyway location).
 */
public final class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, key, event_id, source, type, subject, at, extensions, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private Outbox() {}

    /** One event and where it goes. */
    public record Message(String topic, String key, CloudEvent event) {}

    /**
     * Adds messages in the connection's transaction. The current span becomes the origin of events without one.
     */
    public static void add(Connection connection, Iterable<Message> messages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Message message : messages) {
                CloudEvent event = message.event();
                insert.setString(1, message.topic());
                insert.setString(2, message.key());
                insert.setString(3, event.id());
                insert.setString(4, event.source());
                insert.setString(5, event.type());
                insert.setString(6, event.subject());
                insert.setTimestamp(7, event.time() == null ? null : Timestamp.from(event.time()));
                insert.setString(8, Json.text(traced(event.extensions())));
                insert.setBytes(9, event.data());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<String, String> traced(Map<String, String> extensions) {
        String traceparent = Traces.current();
        if (traceparent == null || extensions.containsKey(CloudEvent.TRACEPARENT)) {
            return extensions;
        }
        Map<String, String> traced = new HashMap<>(extensions);
        traced.put(CloudEvent.TRACEPARENT, traceparent);
        return traced;
    }
}
