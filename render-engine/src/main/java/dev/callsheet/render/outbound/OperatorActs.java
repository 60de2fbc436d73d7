package dev.callsheet.render.outbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What operators changed, noted in the transaction that changes it. */
final class OperatorActs {
    private OperatorActs() {}

    /** @param keyId the public part of the operator's key */
    static void note(Connection connection, String keyId, String act, String subject, String detail, Instant at)
            throws SQLException {
        Sql.change(
                connection,
                "insert into operator_acts (key_id, act, subject, detail, at) values (?, ?, ?, ?, ?)",
                keyId,
                act,
                subject,
                detail,
                at);
    }
}
