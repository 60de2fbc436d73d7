package dev.callsheet.render.outbound;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models that rest by the provider's word. A row outlives its rest, so that strikes without a success add up. */
public final class Pauses {
    private final Transactions transactions;

    public Pauses(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How often the model was put to rest since its last success. */
    public int strikes(String model) throws SQLException {
        return transactions.run(connection -> {
            List<Integer> strikes = Sql.list(
                    connection,
                    "select strikes from pauses where model = ? and tenant = '' and by = 'provider'",
                    row -> row.getInt(1),
                    model);
            return strikes.isEmpty() ? 0 : strikes.getFirst();
        });
    }

    /** Lets a model rest, by the database's clock. @return until when; empty if it rests already */
    public Optional<Instant> rest(String model, Duration length, String cause) throws SQLException {
        return transactions.run(connection ->
                Sql.list(connection, """
                        insert into pauses (model, tenant, by, until, reason, since)
                        values (?, '', 'provider', now() + ? * interval '1 millisecond', ?, now())
                        on conflict (model, tenant, by) do update
                            set until = excluded.until, reason = excluded.reason, since = excluded.since,
                                strikes = pauses.strikes + 1
                            where pauses.until <= now()
                        returning until
                        """, row -> TakeRow.time(row, "until"), model, length.toMillis(), cause).stream()
                        .findFirst());
    }

    /**
     * The provider takes the model again. A submit from before the rest does not end it: only its time does.
     *
     * @return whether it had rested since its last success
     */
    public boolean resume(String model) throws SQLException {
        return transactions.run(connection -> Sql.change(connection, """
                        delete from pauses where model = ? and tenant = '' and by = 'provider' and until <= now()
                        """, model) > 0);
    }

    /** Models that rest, or have rested since their last success. */
    public Set<String> resting() throws SQLException {
        return transactions.run(connection -> new HashSet<>(Sql.list(
                connection,
                "select model from pauses where tenant = '' and by = 'provider'",
                row -> row.getString(1))));
    }
}
