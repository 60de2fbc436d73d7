package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Answer;
import dev.callsheet.requestapi.domain.webhook.Delivery;
import dev.callsheet.requestapi.domain.webhook.Outcome;
import dev.callsheet.requestapi.outbound.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what came of attempts: attempt, delivery and endpoint in one transaction. Who has lost the lease meanwhile
 * still says that it was delivered, since it was; all else is then for the one who has the lease. Endpoints are always
 * locked before their deliveries.
 */
@ApplicationScoped
public class Results {
    private static final String ATTEMPT = """
            insert into webhook_attempts (delivery_id, number, at, status, failure, duration_ms, answer)
            select id, cast(? as int), cast(? as timestamptz), cast(? as int), ?, cast(? as bigint), ? from webhook_deliveries where id = ? for key share
            on conflict do nothing
            """;
    private static final String DELIVERED =
            "update webhook_deliveries set state = 'DELIVERED', lease = null where id = ? and state in ('PENDING', 'HELD')";
    private static final String AGAIN =
            "update webhook_deliveries set due_at = ?, lease = null where id = ? and lease = ?";
    private static final String GIVEN_UP =
            "update webhook_deliveries set state = 'GIVEN_UP', lease = null where id = ? and lease = ?";
    private static final String WELL =
            "update webhooks set failing_since = null where id = ? and failing_since is not null";
    private static final String FAILING =
            "update webhooks set failing_since = ? where id = ? and failing_since is null";
    private static final String DISABLE = """
            update webhooks set state = 'DISABLED', reason = ?, failing_since = coalesce(failing_since, ?), updated_at = ?
            where id = ? and state <> 'DISABLED'
            """;
    private static final String HOLD = """
            update webhook_deliveries set state = 'HELD', lease = null where webhook_id = ? and state = 'PENDING'
            """;

    private final Transactions transactions;

    Results(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param begun when the attempt began @param words to be kept of the answer; null for none */
    public void record(Due due, Answer answer, Outcome outcome, Instant begun, Duration took, @Nullable String words) {
        Delivery.Attempt attempt = switch (answer) {
            case Answer.Status(int code, var _, var _) ->
                new Delivery.Attempt(due.attempt(), begun, code, null, took.toMillis(), words);
            case Answer.None(String reason) ->
                new Delivery.Attempt(due.attempt(), begun, null, reason, took.toMillis(), null);
        };
        Instant now = begun.plus(took);
        transactions.run(connection -> {
            switch (outcome) {
                case Outcome.Delivered _ -> {
                    update(connection, WELL, due.webhookId());
                    update(connection, DELIVERED, due.id());
                }
                case Outcome.Again(Instant at) -> {
                    update(connection, FAILING, now, due.webhookId());
                    update(connection, AGAIN, at, due.id(), due.lease());
                }
                case Outcome.GivenUp _ -> {
                    update(connection, FAILING, now, due.webhookId());
                    update(connection, GIVEN_UP, due.id(), due.lease());
                }
                case Outcome.Disable(String reason) -> {
                    update(connection, DISABLE, reason, now, now, due.webhookId());
                    update(connection, HOLD, due.webhookId());
                }
            }
            attempt(connection, due.id(), attempt);
            return null;
        });
    }

    private static void attempt(Connection connection, UUID delivery, Delivery.Attempt attempt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ATTEMPT)) {
            insert.setInt(1, attempt.number());
            insert.setTimestamp(2, Timestamp.from(attempt.at()));
            insert.setObject(3, attempt.status(), java.sql.Types.INTEGER);
            insert.setString(4, attempt.failure());
            insert.setLong(5, attempt.durationMs());
            insert.setString(6, attempt.answer());
            insert.setObject(7, delivery);
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
            }
            update.executeUpdate();
        }
    }
}
