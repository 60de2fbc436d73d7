package dev.callsheet.render.outbound;

import java.sql.SQLException;

/** Reads how the tables stand. Thread-safe. */
public final class Standings {
    private final Transactions transactions;

    public Standings(Transactions transactions) {
        this.transactions = transactions;
    }

    /** As they stand now; four short questions on one connection. */
    public Standing now() throws SQLException {
        return transactions.read(Standing::read);
    }
}
