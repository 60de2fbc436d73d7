package dev.callsheet.render.outbound;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was spent, from the ledger, with the purses beside it. All amounts in micros of US dollars. */
public final class Costs {
    /** A tenant's own line has the campaign ''; a request without a campaign counts there only. */
    private static final String LINES = """
            with lines as (
                select tenant, '' as campaign, kind, micros, take_id, at from ledger
                union all
                select tenant, campaign, kind, micros, take_id, at from ledger where campaign <> ''),
            sums as (
                select tenant, campaign,
                       coalesce(sum(micros) filter (where kind = 'quoted'), 0) quoted,
                       coalesce(sum(micros) filter (where kind = 'committed'), 0) committed,
                       coalesce(sum(micros) filter (where kind = 'settled'), 0) settled,
                       coalesce(sum(micros) filter (where kind = 'released'), 0) released,
                       count(distinct take_id) filter (where kind = 'settled' and micros > 0) paid
                from lines
                where (?::text is null or tenant = ?) and (?::text is null or campaign = ?)
                  and (?::timestamptz is null or at >= ?) and (?::timestamptz is null or at < ?)
                group by tenant, campaign)
            select coalesce(s.tenant, p.tenant) tenant, coalesce(s.campaign, p.campaign) campaign,
                   coalesce(quoted, 0) quoted, coalesce(committed, 0) committed, coalesce(settled, 0) settled,
                   coalesce(released, 0) released, coalesce(paid, 0) paid,
                   cap_micros, committed_micros, settled_micros
            from sums s full join (
                select * from purses
                where (?::text is null or tenant = ?) and (?::text is null or campaign = ?)) p
              on p.tenant = s.tenant and p.campaign = s.campaign
            order by 1, 2
            """;

    private static final String DIFFERENT = """
            select tenant, campaign, coalesce(p.committed_micros, 0) purse_open, coalesce(p.settled_micros, 0) purse_settled,
                   coalesce(l.open, 0) ledger_open, coalesce(l.settled, 0) ledger_settled
            from purses p full join (
                select tenant, campaign,
                       sum(case kind when 'committed' then micros when 'quoted' then 0 else -micros end)::bigint as open,
                       sum(case kind when 'settled' then micros else 0 end)::bigint as settled
                from (select tenant, '' as campaign, kind, micros from ledger
                      union all select tenant, campaign, kind, micros from ledger where campaign <> '') k
                group by tenant, campaign) l using (tenant, campaign)
            where coalesce(p.committed_micros, 0) <> coalesce(l.open, 0)
               or coalesce(p.settled_micros, 0) <> coalesce(l.settled, 0)
            order by 1, 2
            """;

    private final Transactions transactions;

    public Costs(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What is asked for; null means all. @param campaign '' for the tenants' own lines only @param to not included */
    public record Question(
            @Nullable String tenant,
            @Nullable String campaign,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One tenant's sums, or one of its campaigns'.
     *
     * @param campaign null for all that the tenant does
     * @param openMicros committed and neither settled nor released
     * @param takesPaid how many takes were settled with more than nothing
     * @param capMicros null without a cap
     * @param leftMicros what may still be committed, whatever time was asked for; null without a cap
     */
    public record Line(
            String tenant,
            @Nullable String campaign,
            long quotedMicros,
            long committedMicros,
            long settledMicros,
            long releasedMicros,
            long openMicros,
            long takesPaid,
            @Nullable Long capMicros,
            @Nullable Long leftMicros) {}

    /** A purse that is not the sum of its ledger. @param campaign '' for the tenant's own */
    public record Disagreement(
            String tenant,
            String campaign,
            long purseOpenMicros,
            long ledgerOpenMicros,
            long purseSettledMicros,
            long ledgerSettledMicros) {

        /** The name of the purse, for an alert. */
        public String subject() {
            return campaign.isEmpty() ? tenant : tenant + "/" + campaign;
        }

        /** In words, for an operator. */
        public String words() {
            return "the purse has " + purseOpenMicros + " micros open and " + purseSettledMicros
                    + " settled, its ledger " + ledgerOpenMicros + " and " + ledgerSettledMicros;
        }
    }

    /** @param agrees whether every purse is the sum of its ledger; if not, {@code disagreements} has the others */
    public record Answer(List<Line> lines, boolean agrees, List<Disagreement> disagreements) {}

    /** The sums; one moment for all of them. */
    public Answer answer(Question question) throws SQLException {
        return transactions.run(connection -> {
            Sql.change(connection, "set transaction isolation level repeatable read");
            List<Line> lines = Sql.list(connection, LINES, Costs::line, arguments(question));
            List<Disagreement> disagreements = disagreements(connection);
            return new Answer(lines, disagreements.isEmpty(), disagreements);
        });
    }

    /** Purses that are not the sum of their ledger. */
    public List<Disagreement> disagreements() throws SQLException {
        return transactions.run(Costs::disagreements);
    }

    /** The names of all purses, as in {@link Disagreement#subject}. */
    public List<String> purses() throws SQLException {
        return transactions.run(connection -> Sql.list(
                connection,
                "select tenant || case campaign when '' then '' else '/' || campaign end from purses",
                row -> row.getString(1)));
    }

    private static List<Disagreement> disagreements(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                DIFFERENT,
                row -> new Disagreement(
                        row.getString("tenant"),
                        row.getString("campaign"),
                        row.getLong("purse_open"),
                        row.getLong("ledger_open"),
                        row.getLong("purse_settled"),
                        row.getLong("ledger_settled")));
    }

    private static @Nullable Object[] arguments(Question question) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (@Nullable
        Object argument : new @Nullable Object[] {
            question.tenant, question.campaign, question.from, question.to, question.tenant, question.campaign
        }) {
            arguments.add(argument);
            arguments.add(argument);
        }
        return arguments.toArray();
    }

    private static Line line(ResultSet row) throws SQLException {
        String campaign = row.getString("campaign");
        long committed = row.getLong("committed");
        long settled = row.getLong("settled");
        long released = row.getLong("released");
        Long cap = Sql.number(row, "cap_micros");
        long used = row.getLong("committed_micros") + row.getLong("settled_micros");
        return new Line(
                row.getString("tenant"),
                campaign.isEmpty() ? null : campaign,
                row.getLong("quoted"),
                committed,
                settled,
                released,
                committed - settled - released,
                row.getLong("paid"),
                cap,
                cap == null ? null : cap - used);
    }
}
