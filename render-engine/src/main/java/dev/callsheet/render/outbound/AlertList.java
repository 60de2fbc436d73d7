package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Severity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator should look at. One alert of a kind and subject is open at a time. */
public final class AlertList {
    private final Transactions transactions;

    public AlertList(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param seenAt the last time that it was still so @param closedAt null while it is open */
    public record Alert(
            long id,
            String kind,
            String subject,
            Severity severity,
            String detail,
            Instant openedAt,
            Instant seenAt,
            @Nullable Instant closedAt) {}

    /** What raising an alert meant. */
    enum Raised {
        /** There was none. */
        OPENED,
        /** It was open with another detail. */
        CHANGED,
        /** It was open and says the same. */
        SAME
    }

    /** Newest first: those that are open, or all. */
    public List<Alert> list(boolean closedToo, int limit) throws SQLException {
        return transactions.run(connection -> Sql.list(connection, """
                select id, kind, subject, severity, detail, opened_at, seen_at, closed_at from alerts
                where closed_at is null or ? order by opened_at desc, id desc limit ?
                """, AlertList::read, closedToo, limit));
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                Severity.valueOf(row.getString("severity").toUpperCase(java.util.Locale.ROOT)),
                row.getString("detail"),
                TakeRow.time(row, "opened_at"),
                TakeRow.time(row, "seen_at"),
                Sql.time(row, "closed_at"));
    }

    /** Opens an alert or says that it still holds, inside of a transaction. */
    static Raised raise(
            Connection connection, String kind, String subject, Severity severity, String detail, Instant at)
            throws SQLException {
        List<String> before = Sql.list(
                connection,
                "select detail from alerts where kind = ? and subject = ? and closed_at is null for update",
                row -> row.getString(1),
                kind,
                subject);
        Sql.change(connection, """
                insert into alerts (kind, subject, severity, detail, opened_at, seen_at) values (?, ?, ?, ?, ?, ?)
                on conflict (kind, subject) where closed_at is null
                do update set seen_at = excluded.seen_at, detail = excluded.detail, severity = excluded.severity
                """, kind, subject, severity.word(), detail, at, at);
        if (before.isEmpty()) {
            return Raised.OPENED;
        }
        return before.getFirst().equals(detail) ? Raised.SAME : Raised.CHANGED;
    }

    /** Closes an alert that holds no more, inside of a transaction. @return whether it was open */
    static boolean close(Connection connection, String kind, String subject, Instant at) throws SQLException {
        return Sql.change(
                        connection,
                        "update alerts set closed_at = ? where kind = ? and subject = ? and closed_at is null",
                        at,
                        kind,
                        subject)
                > 0;
    }

    /** Open alerts whose kind begins so, as (kind, subject), inside of a transaction. */
    static List<Alert> open(Connection connection, String kindPrefix) throws SQLException {
        return Sql.list(connection, """
                select id, kind, subject, severity, detail, opened_at, seen_at, closed_at from alerts
                where closed_at is null and starts_with(kind, ?)
                """, AlertList::read, kindPrefix);
    }
}
