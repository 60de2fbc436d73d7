package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes by their state, with all that is known of them, for operators. */
public final class OpenTakes {
    private static final String SELECT = """
            select t.id, t.request_id, t.tenant, r.campaign, t.attempt, t.model, t.state, t.queued_at, t.submitted_at,
                   t.next_at, t.owner,
                   (select provider_id from provider_jobs j where j.take_id = t.id order by j.at desc limit 1) provider_id,
                   exists (select from workers w where w.id = t.owner and w.lease_until >= now()) alive,
                   s.cause, s.at,
                   (select payload::json ->> 'seed' from submissions where take_id = t.id) seed,
                   (select payload::json ->> 'prompt' from submissions where take_id = t.id) prompt,
                   coalesce((select sum(case kind when 'committed' then micros when 'quoted' then 0 else -micros end)
                             from ledger l where l.request_id = t.request_id and l.take_id = t.id), 0) open
            from takes t
                join requests r on r.id = t.request_id
                left join steps s on s.take_id = t.id and s.step = t.step
            where t.state = any (?) and (?::text is null or t.model = ?) and (?::text is null or t.tenant = ?)
            order by s.at, t.id limit ?
            """;

    private final Transactions transactions;

    public OpenTakes(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A take as it stands.
     *
     * @param since when it came into its state, and {@code cause} why
     * @param seed part of its marker at the provider, with the hash of its prompt; null before it was submitted
     * @param owner the worker that drives it; {@code ownerAlive} whether that worker's lease still holds
     * @param nextAt when it is looked at again, if nobody drives it
     */
    public record OpenTake(
            UUID takeId,
            UUID requestId,
            String tenant,
            @Nullable String campaign,
            int attempt,
            String model,
            String state,
            Instant since,
            @Nullable String cause,
            Instant queuedAt,
            @Nullable Instant submittedAt,
            @Nullable String providerId,
            @Nullable Long seed,
            @Nullable String promptSha256,
            long openMicros,
            @Nullable String owner,
            boolean ownerAlive,
            Instant nextAt) {}

    /** Those that are longest in their state first. @param states words of states @param model null for all */
    public List<OpenTake> list(List<String> states, @Nullable String model, @Nullable String tenant, int limit)
            throws SQLException {
        return transactions.run(connection -> Sql.list(
                connection,
                SELECT,
                OpenTakes::read,
                states.toArray(String[]::new),
                model,
                model,
                tenant,
                tenant,
                limit));
    }

    private static OpenTake read(ResultSet row) throws SQLException {
        String prompt = row.getString("prompt");
        String seed = row.getString("seed");
        Instant since = Sql.time(row, "at");
        Instant queuedAt = TakeRow.time(row, "queued_at");
        return new OpenTake(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("tenant"),
                row.getString("campaign"),
                row.getInt("attempt"),
                row.getString("model"),
                row.getString("state"),
                since == null ? queuedAt : since,
                row.getString("cause"),
                queuedAt,
                Sql.time(row, "submitted_at"),
                row.getString("provider_id"),
                seed == null ? null : Long.valueOf(seed),
                prompt == null ? null : Json.sha256(prompt.getBytes(StandardCharsets.UTF_8)),
                row.getLong("open"),
                row.getString("owner"),
                row.getBoolean("alive"),
                TakeRow.time(row, "next_at"));
    }
}
