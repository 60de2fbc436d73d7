package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much a tenant or one of its campaigns may spend at this worker, in micros of US dollars. */
public final class Caps {
    private final Transactions transactions;

    public Caps(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Sets or, with null, lifts a cap; it holds for what is committed from now on.
     *
     * @param campaign '' for all that the tenant does
     * @param keyId whose word it is
     */
    public void set(TenantId tenant, String campaign, @Nullable Long micros, String keyId, Instant at)
            throws SQLException {
        transactions.run(connection -> {
            Sql.change(connection, """
                    insert into purses (tenant, campaign, cap_micros) values (?, ?, ?::bigint)
                    on conflict (tenant, campaign) do update set cap_micros = excluded.cap_micros
                    """, tenant.value(), campaign, micros);
            OperatorActs.note(
                    connection,
                    keyId,
                    "cap",
                    campaign.isEmpty() ? tenant.value() : tenant + "/" + campaign,
                    micros == null ? "none" : micros + " micros",
                    at);
            return null;
        });
    }
}
