package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.webhook.Scheme;
import dev.callsheet.requestapi.domain.webhook.SigningKey;
import dev.callsheet.requestapi.outbound.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Hands out what is due, to several pods at once. Whoever claims for an endpoint holds its row for that moment, so that
 * no endpoint ever has more on its way than it may, whichever pods send. An attempt counts when it is claimed: one that is
 * lost with its pod is one of the round.
 */
@ApplicationScoped
public class SendQueue {
    private static final Logger LOG = Logger.getLogger(SendQueue.class);

    /** In any order, so that no endpoint is always first. */
    private static final String ENDPOINTS = """
            select w.id from webhooks w
            where w.state = 'ACTIVE'
              and exists (select from webhook_deliveries d where d.webhook_id = w.id and d.state = 'PENDING' and d.due_at <= ?)
              and (select count(*) from webhook_deliveries d
                   where d.webhook_id = w.id and d.state = 'PENDING' and d.lease is not null and d.due_at > ?) < ?
            order by random() limit ? for no key update of w skip locked
            """;

    private static final String CLAIM = """
            with ripe as (
                select d.id from webhooks w, lateral (
                    select id from webhook_deliveries
                    where webhook_id = w.id and state = 'PENDING' and due_at <= ?
                    order by due_at
                    limit greatest(0, ? - (select count(*) from webhook_deliveries b
                        where b.webhook_id = w.id and b.state = 'PENDING' and b.lease is not null and b.due_at > ?))
                    for update skip locked) d
                where w.id = any (?) limit ?)
            update webhook_deliveries d
            set lease = ?, due_at = ?, attempts = d.attempts + 1, tries = d.tries + 1
            from ripe, webhooks w where d.id = ripe.id and w.id = d.webhook_id
            returning d.id, d.webhook_id, d.payload, d.attempts, d.tries, w.tenant, w.url, w.scheme, w.key_sealed,
                      w.old_sealed, w.old_until, w.failing_since
            """;

    private final Transactions transactions;
    private final Seal seal;
    private final WebhookSettings settings;

    SendQueue(Transactions transactions, Seal seal, WebhookSettings settings) {
        this.transactions = transactions;
        this.seal = seal;
        this.settings = settings;
    }

    /** Some that are due, now this pod's. @param lease of this claim alone @param most how many at the most */
    public List<Due> claim(UUID lease, int most, Instant now) {
        return transactions.run(connection -> {
            List<UUID> endpoints = endpoints(connection, most, now);
            return endpoints.isEmpty() ? List.of() : claim(connection, endpoints, lease, most, now);
        });
    }

    private List<UUID> endpoints(Connection connection, int most, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENDPOINTS)) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setTimestamp(2, Timestamp.from(now));
            select.setInt(3, settings.perEndpoint());
            select.setInt(4, most);
            List<UUID> endpoints = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    endpoints.add(row.getObject(1, UUID.class));
                }
            }
            return endpoints;
        }
    }

    private List<Due> claim(Connection connection, List<UUID> endpoints, UUID lease, int most, Instant now)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, Timestamp.from(now));
            claim.setInt(2, settings.perEndpoint());
            claim.setTimestamp(3, Timestamp.from(now));
            claim.setArray(4, connection.createArrayOf("uuid", endpoints.toArray()));
            claim.setInt(5, most);
            claim.setObject(6, lease);
            claim.setTimestamp(7, Timestamp.from(now.plus(settings.lease())));
            List<Due> due = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            row.getObject("id", UUID.class),
                            row.getObject("webhook_id", UUID.class),
                            lease,
                            row.getString("url"),
                            row.getBytes("payload"),
                            keys(row, now),
                            row.getInt("attempts"),
                            row.getInt("tries"),
                            WebhookTable.instant(row, "failing_since")));
                }
            }
            return due;
        }
    }

    /** Empty if they cannot be opened: then it is not sent, and that is seen as its failure. */
    private List<SigningKey> keys(ResultSet row, Instant now) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        UUID webhook = row.getObject("webhook_id", UUID.class);
        Scheme scheme = Scheme.valueOf(row.getString("scheme"));
        List<SigningKey> keys = new ArrayList<>();
        try {
            keys.add(SigningKey.kept(scheme, seal.open(tenant, webhook, row.getBytes("key_sealed"))));
            Instant until = WebhookTable.instant(row, "old_until");
            if (until != null && until.isAfter(now)) {
                keys.add(SigningKey.kept(scheme, seal.open(tenant, webhook, row.getBytes("old_sealed"))));
            }
        } catch (IllegalStateException e) {
            LOG.error(e.getMessage());
        }
        return keys;
    }
}
