package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many new requests a tenant has made today, over all replicas: counted with the claims, remembered here as of the
 * last of them. Thread-safe.
 */
@ApplicationScoped
public class DailyUse {
    private static final String COUNT = """
            insert into daily_use (tenant, day, used) select tenant, ?, used from unnest(?::text[], ?::bigint[]) as n(tenant, used)
            on conflict (tenant, day) do update set used = daily_use.used + excluded.used
            returning tenant, used
            """;

    private final Map<TenantId, Used> known = new ConcurrentHashMap<>();

    private record Used(LocalDate day, long requests) {}

    /** As far as it is known here; 0 until the first request of the day. */
    public long of(TenantId tenant, LocalDate day) {
        Used used = known.get(tenant);
        return used == null || !used.day().equals(day) ? 0 : used.requests();
    }

    /** What was counted in a transaction; remember it once that is committed. */
    Map<TenantId, Long> add(Connection connection, Map<TenantId, Long> fresh, LocalDate day) throws SQLException {
        Map<String, Long> ordered = new TreeMap<>();
        fresh.forEach((tenant, count) -> ordered.put(tenant.value(), count));
        Map<TenantId, Long> totals = new HashMap<>();
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, day);
            count.setArray(2, connection.createArrayOf("text", ordered.keySet().toArray()));
            count.setArray(
                    3, connection.createArrayOf("bigint", ordered.values().toArray()));
            try (ResultSet row = count.executeQuery()) {
                while (row.next()) {
                    totals.put(new TenantId(row.getString("tenant")), row.getLong("used"));
                }
            }
        }
        return totals;
    }

    void remember(Map<TenantId, Long> totals, LocalDate day) {
        totals.forEach((tenant, used) -> known.merge(
                tenant,
                new Used(day, used),
                (old, now) -> old.day().equals(day) && old.requests() > now.requests() ? old : now));
    }
}
