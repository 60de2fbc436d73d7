package dev.callsheet.render.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who takes nothing for now, by whose word. What is paused is not claimed; what is with the provider goes on. */
public final class OperatorPauses {
    /** A pause by this word is an operator's own. */
    public static final String OPERATOR = "operator";

    /** A pause by this word comes from the watch over the models' contracts. */
    public static final String CONTRACT = "contract";

    private final Transactions transactions;

    public OperatorPauses(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A pause that holds.
     *
     * @param model null for all models
     * @param tenant null for all tenants
     * @param by operator, provider or contract
     * @param until null as long as nobody resumes it
     */
    public record Pause(
            @Nullable String model,
            @Nullable String tenant,
            String by,
            @Nullable Instant until,
            String reason,
            Instant since) {}

    public List<Pause> holding() throws SQLException {
        return transactions.run(connection -> Sql.list(connection, """
                select nullif(model, '') model, nullif(tenant, '') tenant, by, nullif(until, 'infinity') until, reason, since
                from pauses where until > now() order by since, model, tenant, by
                """, OperatorPauses::read));
    }

    private static Pause read(ResultSet row) throws SQLException {
        return new Pause(
                row.getString("model"),
                row.getString("tenant"),
                row.getString("by"),
                Sql.time(row, "until"),
                row.getString("reason"),
                TakeRow.time(row, "since"));
    }

    /** OperatorPauses by an operator's word; a pause that holds already gets the new reason and end. @param keyId whose word */
    public void pause(Pause pause, String keyId) throws SQLException {
        transactions.run(connection -> {
            put(connection, pause);
            OperatorActs.note(connection, keyId, "pause", subject(pause), pause.reason(), pause.since());
            return null;
        });
    }

    /** Stores a pause by any word, inside of a transaction. */
    static void put(java.sql.Connection connection, Pause pause) throws SQLException {
        Sql.change(
                connection,
                """
                insert into pauses (model, tenant, by, until, reason, since)
                values (?, ?, ?, coalesce(?::timestamptz, 'infinity'), ?, ?)
                on conflict (model, tenant, by) do update set until = excluded.until, reason = excluded.reason
                """,
                pause.model() == null ? "" : pause.model(),
                pause.tenant() == null ? "" : pause.tenant(),
                pause.by(),
                pause.until(),
                pause.reason(),
                pause.since());
    }

    /** Ends a pause inside of a transaction. @return whether there was one */
    static boolean drop(java.sql.Connection connection, String model, String tenant, String by) throws SQLException {
        return Sql.change(
                        connection,
                        "delete from pauses where model = ? and tenant = ? and by = ? and until > now()",
                        model,
                        tenant,
                        by)
                > 0;
    }

    /**
     * Resumes what was paused by that word; that it was lifted is noted.
     *
     * @return false if nothing was paused so
     */
    public boolean resume(@Nullable String model, @Nullable String tenant, String by, String keyId, Instant at)
            throws SQLException {
        return transactions.run(connection -> {
            boolean dropped = drop(connection, model == null ? "" : model, tenant == null ? "" : tenant, by);
            if (dropped) {
                Pause lifted = new Pause(model, tenant, by, null, "", at);
                OperatorActs.note(connection, keyId, "resume", subject(lifted), "paused by " + by, at);
            }
            return dropped;
        });
    }

    private static String subject(Pause pause) {
        return (pause.model() == null ? "all models" : pause.model()) + ", "
                + (pause.tenant() == null ? "all tenants" : pause.tenant());
    }
}
