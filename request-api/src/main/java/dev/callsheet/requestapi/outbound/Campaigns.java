package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Campaign;
import dev.callsheet.requestapi.domain.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's campaigns, added up in the projection. Thread-safe. */
@ApplicationScoped
public class Campaigns {
    /** A parent is counted by its children. */
    private static final String SUM = """
            with counted as (
                select r.campaign as name, count(*) as requests, count(*) filter (where r.state = 'completed') as completed,
                       count(*) filter (where r.state in ('failed', 'rejected', 'cancelled')) as without,
                       sum(r.takes) as takes, count(*) filter (where r.accepted) as accepted, sum(r.approved) as approved,
                       sum(r.rejected) as rejected, sum(r.quoted_micros) as quoted, sum(r.committed_micros) as committed,
                       sum(r.settled_micros) as settled, sum(r.released_micros) as released, max(r.updated_at) as updated_at
                from requests r
                where r.tenant = ? and r.campaign is not null and (?::text is null or r.campaign = ?)
                      and not exists (select 1 from batches b where b.id = r.id)
                group by r.campaign),
            scored as (
                select name, data, at from campaigns where tenant = ? and (?::text is null or name = ?))
            select coalesce(c.name, s.name) as name, coalesce(c.requests, 0) as requests, coalesce(c.completed, 0) as completed,
                   coalesce(c.without, 0) as without, coalesce(c.takes, 0) as takes, coalesce(c.accepted, 0) as accepted,
                   coalesce(c.approved, 0) as approved, coalesce(c.rejected, 0) as rejected, coalesce(c.quoted, 0) as quoted,
                   coalesce(c.committed, 0) as committed, coalesce(c.settled, 0) as settled,
                   coalesce(c.released, 0) as released, greatest(c.updated_at, s.at) as updated_at, s.data, s.at as scored_at
            from counted c full join scored s on s.name = c.name
            order by updated_at desc nulls last, name limit ?
            """;

    private final Transactions transactions;

    Campaigns(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Those with the latest news first. */
    public List<Campaign> newest(TenantId tenant, int limit) {
        return of(tenant, null, limit);
    }

    public Optional<Campaign> find(TenantId tenant, String name) {
        return of(tenant, name, 1).stream().findFirst();
    }

    private List<Campaign> of(TenantId tenant, @Nullable String name, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement sum = connection.prepareStatement(SUM)) {
                for (int at : new int[] {1, 4}) {
                    sum.setString(at, tenant.value());
                    sum.setString(at + 1, name);
                    sum.setString(at + 2, name);
                }
                sum.setInt(7, limit);
                List<Campaign> campaigns = new ArrayList<>();
                try (ResultSet row = sum.executeQuery()) {
                    while (row.next()) {
                        campaigns.add(campaign(row));
                    }
                }
                return campaigns;
            }
        });
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        String data = row.getString("data");
        Timestamp scored = row.getTimestamp("scored_at");
        Timestamp updated = row.getTimestamp("updated_at");
        return new Campaign(
                row.getString("name"),
                row.getInt("requests"),
                row.getInt("completed"),
                row.getInt("without"),
                row.getInt("takes"),
                row.getInt("accepted"),
                row.getInt("approved"),
                row.getInt("rejected"),
                new Ledger(
                        row.getLong("quoted"),
                        row.getLong("committed"),
                        row.getLong("settled"),
                        row.getLong("released")),
                data == null ? null : Json.read(data.getBytes(StandardCharsets.UTF_8), Fact.CampaignScored.class),
                scored == null ? null : scored.toInstant(),
                updated == null ? null : updated.toInstant());
    }
}
