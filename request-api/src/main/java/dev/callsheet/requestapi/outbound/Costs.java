package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant's requests have cost, added up in the projection. Thread-safe. */
@ApplicationScoped
public class Costs {
    private static final String SUM = """
            select r.campaign, (r.created_at at time zone 'UTC')::date as day, count(*) as requests,
                   count(*) filter (where r.state = 'completed') as completed,
                   sum(quoted_micros) as quoted, sum(committed_micros) as committed, sum(settled_micros) as settled,
                   sum(released_micros) as released
            from requests r
            where r.tenant = ? and r.created_at >= ? and r.created_at < ? and (?::text is null or r.campaign = ?)
            group by 1, 2 order by 1 nulls last, 2
            """;

    private final Transactions transactions;

    Costs(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One day of a campaign.
     *
     * @param campaign null for requests without one
     * @param day of UTC, by when the requests were made
     */
    public record Day(@Nullable String campaign, LocalDate day, int requests, int completed, Ledger ledger) {}

    /** By campaign and day, in this order. @param campaign null for all @param to not included */
    public List<Day> of(TenantId tenant, @Nullable String campaign, Instant from, Instant to) {
        return transactions.run(connection -> {
            try (PreparedStatement sum = connection.prepareStatement(SUM)) {
                sum.setString(1, tenant.value());
                sum.setTimestamp(2, Timestamp.from(from));
                sum.setTimestamp(3, Timestamp.from(to));
                if (campaign == null) {
                    sum.setNull(4, Types.VARCHAR);
                    sum.setNull(5, Types.VARCHAR);
                } else {
                    sum.setString(4, campaign);
                    sum.setString(5, campaign);
                }
                List<Day> days = new ArrayList<>();
                try (ResultSet row = sum.executeQuery()) {
                    while (row.next()) {
                        days.add(day(row));
                    }
                }
                return days;
            }
        });
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getString("campaign"),
                row.getObject("day", LocalDate.class),
                row.getInt("requests"),
                row.getInt("completed"),
                new Ledger(
                        row.getLong("quoted"),
                        row.getLong("committed"),
                        row.getLong("settled"),
                        row.getLong("released")));
    }
}
