package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.contracts.Fact;
import dev.callsheet.requestapi.domain.Entry;
import dev.callsheet.requestapi.domain.webhook.DeliveryState;
import dev.callsheet.requestapi.domain.webhook.EventTypes;
import dev.callsheet.requestapi.domain.webhook.Notice;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes deliveries of facts, in the transaction of the projection: a row for each endpoint that has chosen the fact.
 *
 * <p>A fact that is told again finds its row and makes no other. Rows are cleared some day, so a fact that is older than the
 * horizon when it is heard makes none: the horizon ends before the first row is cleared. Nor does one from before the
 * endpoint was there. So a projection that is built anew from the first record sends nothing twice.
 */
@ApplicationScoped
public class Notices {
    private static final String LISTENERS =
            "select id, tenant, types, state, created_at from webhooks where tenant = any (?)";

    private final Clock clock;
    private final Duration horizon;

    Notices(WebhookSettings settings, Clock clock) {
        this.clock = clock;
        this.horizon = settings.horizon();
        if (horizon.compareTo(settings.keep()) >= 0) {
            throw new IllegalArgumentException("callsheet.webhooks.horizon: found " + horizon
                    + "; it has to be shorter than callsheet.webhooks.keep, " + settings.keep());
        }
    }

    private record Listener(UUID id, String tenant, List<String> types, WebhookState state, Instant since) {}

    private record Line(UUID id, Listener to, Notice notice) {}

    /** @param entries records of the log, known ones among them @return how many deliveries are new */
    public int note(Connection connection, List<Entry> entries) throws SQLException {
        Instant now = clock.instant();
        Map<String, List<Listener>> listeners = listeners(connection, entries);
        if (listeners.isEmpty()) {
            return 0;
        }
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String type = EventTypes.of(entry.told().type());
            List<Listener> of = listeners.getOrDefault(entry.tenant().value(), List.of()).stream()
                    .filter(listener -> EventTypes.chosen(listener.types(), type))
                    .filter(listener -> !entry.told().at().isBefore(listener.since()))
                    .toList();
            if (!of.isEmpty() && entry.told().at().isAfter(now.minus(horizon))) {
                entry.told().fact().ifPresent(fact -> add(lines, of, entry, fact));
            }
        }
        return insert(connection, lines, now);
    }

    private static void add(List<Line> lines, List<Listener> of, Entry entry, Fact fact) {
        Notice notice = Notice.of(entry.told(), fact);
        of.forEach(to -> lines.add(new Line(notice.deliveryTo(to.id()), to, notice)));
    }

    private static Map<String, List<Listener>> listeners(Connection connection, List<Entry> entries)
            throws SQLException {
        Object[] tenants = entries.stream()
                .filter(entry -> !entry.told().isRequest())
                .map(entry -> entry.tenant().value())
                .distinct()
                .toArray();
        Map<String, List<Listener>> listeners = new HashMap<>();
        if (tenants.length == 0) {
            return listeners;
        }
        try (PreparedStatement select = connection.prepareStatement(LISTENERS)) {
            select.setArray(1, connection.createArrayOf("text", tenants));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Listener listener = new Listener(
                            row.getObject("id", UUID.class),
                            row.getString("tenant"),
                            WebhookTable.texts(row, "types"),
                            WebhookState.valueOf(row.getString("state")),
                            row.getTimestamp("created_at").toInstant());
                    listeners
                            .computeIfAbsent(listener.tenant(), _ -> new ArrayList<>())
                            .add(listener);
                }
            }
        }
        return listeners;
    }

    private static int insert(Connection connection, List<Line> lines, Instant now) throws SQLException {
        if (lines.isEmpty()) {
            return 0;
        }
        // In one order, so that two writers never wait for each other in a ring.
        List<Line> ordered =
                lines.stream().sorted(Comparator.comparing(Line::id)).toList();
        int made = 0;
        try (PreparedStatement insert = connection.prepareStatement(DeliveryTable.INSERT)) {
            for (Line line : ordered) {
                DeliveryState state =
                        line.to().state() == WebhookState.DISABLED ? DeliveryState.HELD : DeliveryState.PENDING;
                DeliveryTable.line(insert, line.id(), line.to().id(), line.notice(), state, Timestamp.from(now));
            }
            for (int count : insert.executeBatch()) {
                made += Math.max(0, count);
            }
        }
        return made;
    }
}
