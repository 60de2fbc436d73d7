package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.requestapi.domain.webhook.WebhookState;
import dev.callsheet.requestapi.outbound.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts how endpoints and deliveries stand. */
@ApplicationScoped
public class Standing {
    private static final String ENDPOINTS = "select state, count(*) as n from webhooks group by state";
    private static final String LATEST = """
            select min(d.due_at) from webhooks w, lateral (
                select due_at from webhook_deliveries where webhook_id = w.id and state = 'PENDING'
                order by due_at limit 1) d
            where w.state = 'ACTIVE'
            """;

    private final Transactions transactions;

    Standing(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param endpoints by state, 0 included @param oldest how long the delivery waits that has been due the longest */
    public record Count(Map<WebhookState, Long> endpoints, Duration oldest) {}

    public Count count(Instant now) {
        return transactions.run(connection -> new Count(endpoints(connection), oldest(connection, now)));
    }

    private static Map<WebhookState, Long> endpoints(Connection connection) throws SQLException {
        Map<WebhookState, Long> endpoints = new EnumMap<>(WebhookState.class);
        for (WebhookState state : WebhookState.values()) {
            endpoints.put(state, 0L);
        }
        try (PreparedStatement select = connection.prepareStatement(ENDPOINTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                endpoints.put(WebhookState.valueOf(row.getString("state")), row.getLong("n"));
            }
        }
        return endpoints;
    }

    private static Duration oldest(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            Timestamp due = row.getTimestamp(1);
            Duration late = due == null ? Duration.ZERO : Duration.between(due.toInstant(), now);
            return late.isNegative() ? Duration.ZERO : late;
        }
    }
}
