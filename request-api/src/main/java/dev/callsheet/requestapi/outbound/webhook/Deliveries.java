package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Delivery;
import dev.callsheet.requestapi.domain.webhook.DeliveryState;
import dev.callsheet.requestapi.domain.webhook.Notice;
import dev.callsheet.requestapi.outbound.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries as their owners see them: listed, sent again on demand, cleared when they are old. */
@ApplicationScoped
public class Deliveries {
    private static final String CLEAR = """
            delete from webhook_deliveries where id in (
                select id from webhook_deliveries where created_at < ? order by created_at limit ? for update skip locked)
            """;

    private final Transactions transactions;

    Deliveries(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The newest first. @param before the last one of the page before; null for the first page */
    public List<Delivery> list(UUID webhook, @Nullable DeliveryState state, @Nullable UUID before, int limit) {
        return transactions.run(connection -> new DeliveryTable(connection).list(webhook, state, before, limit));
    }

    public Optional<Delivery> find(UUID webhook, UUID id) {
        return transactions.run(connection -> Optional.ofNullable(new DeliveryTable(connection).find(webhook, id)));
    }

    /** A delivery outside of all facts: a test. */
    public Delivery enter(UUID webhook, Notice notice, Instant now) {
        return transactions.run(connection -> {
            DeliveryTable table = new DeliveryTable(connection);
            table.insert(webhook, notice, now);
            Delivery entered = table.find(webhook, notice.deliveryTo(webhook));
            if (entered == null) {
                throw new IllegalStateException("webhook " + webhook + " was deleted meanwhile");
            }
            return entered;
        });
    }

    /** A new round for one, delivered or not; under the id that it has. */
    public Optional<Delivery> again(UUID webhook, UUID id, Instant now) {
        return transactions.run(connection -> {
            DeliveryTable table = new DeliveryTable(connection);
            if (table.find(webhook, id) != null) {
                table.again(id, now);
            }
            return Optional.ofNullable(table.find(webhook, id));
        });
    }

    /** A new round for all that were given up or held. @param since when their facts happened @return how many */
    public int allAgain(UUID webhook, Instant since, Instant now) {
        return transactions.run(connection -> new DeliveryTable(connection).allAgain(webhook, since, now));
    }

    /** Deletes some that were made before this. @return how many */
    public int clear(Instant before, int atMost) {
        return transactions.run(connection -> {
            try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
                clear.setTimestamp(1, Timestamp.from(before));
                clear.setInt(2, atMost);
                return clear.executeUpdate();
            }
        });
    }
}
