package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.LedgerEntry;
import dev.callsheet.render.domain.Purse;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The purses that a transaction pays from, held until it ends: a cap cannot be overdrawn by two at once. Locked in one
 * order, so that transactions wait for each other and never for ever.
 */
final class Purses {
    private static final String OPEN = """
            insert into purses (tenant, campaign) select * from unnest(?::text[], ?::text[]) on conflict do nothing
            """;
    private static final String LOCK = """
            select tenant, campaign, cap_micros, committed_micros, settled_micros from purses
            where (tenant, campaign) in (select * from unnest(?::text[], ?::text[])) order by tenant, campaign for update
            """;
    private static final String STORE = """
            update purses p set committed_micros = n.committed, settled_micros = n.settled
            from unnest(?::text[], ?::text[], ?::text[]::bigint[], ?::text[]::bigint[]) n(tenant, campaign, committed, settled)
            where p.tenant = n.tenant and p.campaign = n.campaign
            """;

    private final Map<List<String>, Purse> purses =
            new TreeMap<>(java.util.Comparator.comparing(List<String>::getFirst).thenComparing(List::getLast));

    private Purses() {}

    /** Locks the purses of these takes. */
    static Purses lock(Connection connection, Collection<Take> takes) throws SQLException {
        Purses purses = new Purses();
        List<List<String>> keys = takes.stream()
                .flatMap(take -> keys(take).stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(List<String>::getFirst).thenComparing(List::getLast))
                .toList();
        if (keys.isEmpty()) {
            return purses;
        }
        while (purses.purses.size() < keys.size()) {
            purses.read(connection, keys);
            if (purses.purses.size() < keys.size()) {
                open(connection, keys);
            }
        }
        return purses;
    }

    private void read(Connection connection, List<List<String>> keys) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LOCK)) {
            query.setArray(1, Columns.texts(connection, keys, List::getFirst));
            query.setArray(2, Columns.texts(connection, keys, List::getLast));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Purse purse = new Purse(
                            row.getString("tenant"),
                            row.getString("campaign"),
                            row.getObject("cap_micros", Long.class),
                            row.getLong("committed_micros"),
                            row.getLong("settled_micros"));
                    purses.put(List.of(purse.tenant(), purse.campaign()), purse);
                }
            }
        }
    }

    private static void open(Connection connection, List<List<String>> keys) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            insert.setArray(1, Columns.texts(connection, keys, List::getFirst));
            insert.setArray(2, Columns.texts(connection, keys, List::getLast));
            insert.executeUpdate();
        }
    }

    /** Why a take's price may not be committed; empty if it may. */
    Optional<Signal.Refused> refusal(Take take) {
        return keys(take).stream()
                .map(purses::get)
                .filter(purse -> !purse.holds(take.quotedMicros()))
                .map(purse -> purse.refusal(take.quotedMicros()))
                .findFirst();
    }

    /** Notes a line of a take's ledger. */
    void post(Take take, LedgerEntry entry) {
        keys(take).forEach(key -> purses.computeIfPresent(key, (_, purse) -> purse.after(entry)));
    }

    /** Stores what has changed. */
    void store(Connection connection) throws SQLException {
        List<Purse> all = new ArrayList<>(purses.values());
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(STORE)) {
            update.setArray(1, Columns.texts(connection, all, Purse::tenant));
            update.setArray(2, Columns.texts(connection, all, Purse::campaign));
            update.setArray(3, Columns.texts(connection, all, Purse::committed));
            update.setArray(4, Columns.texts(connection, all, Purse::settled));
            update.executeUpdate();
        }
    }

    private static List<List<String>> keys(Take take) {
        String tenant = take.tenant().value();
        return take.campaign() == null || take.campaign().isEmpty()
                ? List.of(List.of(tenant, ""))
                : List.of(List.of(tenant, ""), List.of(tenant, take.campaign()));
    }
}
