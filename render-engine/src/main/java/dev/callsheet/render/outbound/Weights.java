package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tenants' shares of the provider's slots; one without a row has the weight 1. */
public final class Weights {
    private final Transactions transactions;

    public Weights(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One tenant's share against the others'. */
    public record Weight(String tenant, double weight) {}

    public List<Weight> all() throws SQLException {
        return transactions.run(connection -> Sql.list(
                connection,
                "select tenant, weight from weights order by tenant",
                row -> new Weight(row.getString(1), row.getDouble(2))));
    }

    /** @param weight above 0; null for 1 again @param keyId whose word it is */
    public void set(TenantId tenant, @Nullable Double weight, String keyId, Instant at) throws SQLException {
        transactions.run(connection -> {
            if (weight == null) {
                Sql.change(connection, "delete from weights where tenant = ?", tenant.value());
            } else {
                Sql.change(connection, """
                        insert into weights (tenant, weight) values (?, ?)
                        on conflict (tenant) do update set weight = excluded.weight
                        """, tenant.value(), weight);
            }
            OperatorActs.note(
                    connection, keyId, "weight", tenant.value(), weight == null ? "1" : weight.toString(), at);
            return null;
        });
    }
}
