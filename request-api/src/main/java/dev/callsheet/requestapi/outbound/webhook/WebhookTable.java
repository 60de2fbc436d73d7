package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.webhook.Scheme;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of endpoints, inside of a transaction. */
final class WebhookTable {
    private static final String FIND = "select * from webhooks where id = ?";
    private static final String INSERT = """
            insert into webhooks (id, tenant, url, description, types, state, scheme, public_key, key_sealed, body_hash,
                                  created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            update webhooks set url = ?, description = ?, types = ?, state = ?, reason = ?, failing_since = ?, updated_at = ?
            where id = ?
            """;
    private static final String ROTATE = """
            update webhooks set old_sealed = key_sealed, old_until = ?, key_sealed = ?, public_key = ?, updated_at = ?
            where id = ?
            """;

    private final Connection connection;

    WebhookTable(Connection connection) {
        this.connection = connection;
    }

    Optional<Webhook> find(UUID id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            return read(find).stream().findFirst();
        }
    }

    /** To be changed; whoever sends waits no longer than the transaction. */
    Optional<Webhook> take(UUID id, TenantId tenant) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND + " and tenant = ? for no key update")) {
            find.setObject(1, id);
            find.setString(2, tenant.value());
            return read(find).stream().findFirst();
        }
    }

    void insert(Webhook webhook, byte[] sealed, String bodyHash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, webhook.id());
            insert.setString(2, webhook.tenant().value());
            insert.setString(3, webhook.url());
            insert.setString(4, webhook.description());
            insert.setArray(5, connection.createArrayOf("text", webhook.types().toArray()));
            insert.setString(6, webhook.state().name());
            insert.setString(7, webhook.scheme().name());
            insert.setString(8, webhook.publicKey());
            insert.setBytes(9, sealed);
            insert.setString(10, bodyHash);
            insert.setTimestamp(11, Timestamp.from(webhook.createdAt()));
            insert.setTimestamp(12, Timestamp.from(webhook.updatedAt()));
            insert.executeUpdate();
        }
    }

    void change(Webhook webhook) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setString(1, webhook.url());
            change.setString(2, webhook.description());
            change.setArray(3, connection.createArrayOf("text", webhook.types().toArray()));
            change.setString(4, webhook.state().name());
            change.setString(5, webhook.reason());
            change.setTimestamp(6, at(webhook.failingSince()));
            change.setTimestamp(7, Timestamp.from(webhook.updatedAt()));
            change.setObject(8, webhook.id());
            change.executeUpdate();
        }
    }

    void rotate(UUID id, Instant oldUntil, byte[] sealed, @Nullable String publicKey, Instant now) throws SQLException {
        try (PreparedStatement rotate = connection.prepareStatement(ROTATE)) {
            rotate.setTimestamp(1, Timestamp.from(oldUntil));
            rotate.setBytes(2, sealed);
            rotate.setString(3, publicKey);
            rotate.setTimestamp(4, Timestamp.from(now));
            rotate.setObject(5, id);
            rotate.executeUpdate();
        }
    }

    static List<Webhook> read(PreparedStatement select) throws SQLException {
        List<Webhook> webhooks = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                webhooks.add(new Webhook(
                        row.getObject("id", UUID.class),
                        new TenantId(row.getString("tenant")),
                        row.getString("url"),
                        row.getString("description"),
                        texts(row, "types"),
                        WebhookState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        instant(row, "failing_since"),
                        Scheme.valueOf(row.getString("scheme")),
                        row.getString("public_key"),
                        instant(row, "old_until"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant()));
            }
        }
        return webhooks;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
