package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.webhook.EventTypes;
import dev.callsheet.requestapi.domain.webhook.SigningKey;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.domain.webhook.WebhookChange;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import dev.callsheet.requestapi.outbound.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of endpoints. What they sign with leaves it twice only: made, and rotated. */
@ApplicationScoped
public class Webhooks {
    /** So that two first calls with one key, and the count of endpoints, agree. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String HASH = "select body_hash from webhooks where id = ?";
    private static final String COUNT = "select count(*) from webhooks where tenant = ?";
    private static final String OF_TENANT =
            "select * from webhooks where tenant = ? order by created_at desc, id limit ?";
    private static final String ALL = """
            select * from webhooks where (cast(? as text) is null or tenant = ?) and (cast(? as text) is null or state = ?)
            order by updated_at desc, id limit ?
            """;
    private static final String DELETE = "delete from webhooks where id = ? and tenant = ?";

    private final Transactions transactions;
    private final Seal seal;
    private final int perTenant;
    private final SecureRandom random = new SecureRandom();

    Webhooks(Transactions transactions, Seal seal, WebhookSettings settings) {
        this.transactions = transactions;
        this.seal = seal;
        this.perTenant = settings.perTenant();
    }

    /** What came of a registration. */
    public sealed interface Registered {
        /** @param key to be shown, this once; null if the endpoint was there already */
        record Entered(Webhook webhook, @Nullable SigningKey key) implements Registered {}

        /** The Idempotency-Key stands for another body. @param first its SHA-256 */
        record OtherBody(String first) implements Registered {}

        /** The tenant has as many as it may. */
        record TooMany(int most) implements Registered {}
    }

    /** @param wish without violations @param bodyHash of the wish */
    public Registered register(TenantId tenant, String key, WebhookChange wish, String bodyHash, Instant now) {
        UUID id = DerivedId.of("webhook", tenant.value(), key);
        return transactions.run(connection -> {
            lock(connection, tenant);
            WebhookTable table = new WebhookTable(connection);
            Optional<Webhook> known = table.find(id);
            if (known.isPresent()) {
                String first = text(connection, HASH, id);
                return first.equals(bodyHash)
                        ? new Registered.Entered(known.get(), null)
                        : new Registered.OtherBody(first);
            }
            if (count(connection, tenant) >= perTenant) {
                return new Registered.TooMany(perTenant);
            }
            SigningKey made = SigningKey.made(wish.scheme(), random);
            Webhook webhook = new Webhook(
                    id,
                    tenant,
                    wish.url(),
                    wish.description(),
                    wish.types() == null ? EventTypes.DEFAULT : wish.types(),
                    WebhookState.ACTIVE,
                    null,
                    null,
                    wish.scheme(),
                    publicKey(made),
                    null,
                    now,
                    now);
            table.insert(webhook, seal.close(tenant, id, made.bytes()), bodyHash);
            return new Registered.Entered(webhook, made);
        });
    }

    public Optional<Webhook> find(TenantId tenant, UUID id) {
        return find(id).filter(webhook -> webhook.tenant().equals(tenant));
    }

    /** Whosever it is. */
    public Optional<Webhook> find(UUID id) {
        return transactions.run(connection -> new WebhookTable(connection).find(id));
    }

    /** The newest first. */
    public List<Webhook> of(TenantId tenant, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_TENANT)) {
                select.setString(1, tenant.value());
                select.setInt(2, limit);
                return WebhookTable.read(select);
            }
        });
    }

    /** Of all tenants, or of one; in all states, or in one. */
    public List<Webhook> all(@Nullable String tenant, @Nullable WebhookState state, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ALL)) {
                select.setString(1, tenant);
                select.setString(2, tenant);
                select.setString(3, state == null ? null : state.name());
                select.setString(4, state == null ? null : state.name());
                select.setInt(5, limit);
                return WebhookTable.read(select);
            }
        });
    }

    /** Empty if the tenant has none of that id. */
    public Optional<Webhook> change(TenantId tenant, UUID id, WebhookChange change, Instant now) {
        return transactions.run(connection -> {
            WebhookTable table = new WebhookTable(connection);
            Optional<Webhook> changed = table.take(id, tenant).map(webhook -> webhook.with(change, now));
            if (changed.isPresent()) {
                table.change(changed.get());
            }
            return changed;
        });
    }

    /** An endpoint with the key that it signs with from now on. */
    public record Rotated(Webhook webhook, SigningKey key) {}

    /** A new key; the one so far signs beside it for a while, one before that no more. */
    public Optional<Rotated> rotate(TenantId tenant, UUID id, Duration overlap, Instant now) {
        return transactions.run(connection -> {
            WebhookTable table = new WebhookTable(connection);
            Optional<Webhook> webhook = table.take(id, tenant);
            if (webhook.isEmpty()) {
                return Optional.empty();
            }
            SigningKey made = SigningKey.made(webhook.get().scheme(), random);
            table.rotate(id, now.plus(overlap), seal.close(tenant, id, made.bytes()), publicKey(made), now);
            return Optional.of(new Rotated(table.find(id).orElseThrow(), made));
        });
    }

    /** With its deliveries. @return whether there was one */
    public boolean delete(TenantId tenant, UUID id) {
        return transactions.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setObject(1, id);
                delete.setString(2, tenant.value());
                return delete.executeUpdate() == 1;
            }
        });
    }

    private static @Nullable String publicKey(SigningKey key) {
        return switch (key) {
            case SigningKey.Shared _ -> null;
            case SigningKey.Pair pair -> pair.verifier();
        };
    }

    private static void lock(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, "webhooks " + tenant);
            lock.executeQuery().close();
        }
    }

    private static String text(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static int count(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, tenant.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
