package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Severity;
import java.sql.SQLException;
import java.time.Instant;

/** Says what an operator should look at, and when it is over. */
public final class Alerts {
    private final Transactions transactions;

    public Alerts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Opens an alert, or notes that it still holds. */
    public void open(String kind, String subject, String detail) throws SQLException {
        transactions.run(
                connection -> AlertList.raise(connection, kind, subject, Severity.CRITICAL, detail, Instant.now()));
    }

    /** Closes an alert, if it is open. */
    public void close(String kind, String subject) throws SQLException {
        transactions.run(connection -> AlertList.close(connection, kind, subject, Instant.now()));
    }
}
