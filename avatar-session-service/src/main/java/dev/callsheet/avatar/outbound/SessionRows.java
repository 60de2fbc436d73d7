package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Cause;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Legs;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions in their table, and the way between the two. */
final class SessionRows {
    private static final String INSERT = """
            insert into sessions (id, tenant, fingerprint, traceparent, state, wish, created_at, always_on)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String WRITE = """
            update sessions set state = ?, cause = ?, since = ?, try_at = ?, resume_at = ?, end_reason = ?, ended_at = ?,
                lease_until = case when ?::timestamptz is null then lease_until else ? end,
                kept_alive_at = coalesce(kept_alive_at, ?), close_at = case when ? then coalesce(close_at, ?) end
            where id = ?
            """;

    private SessionRows() {}

    static void insert(
            Connection connection, Session session, String fingerprint, @Nullable String traceparent, Instant now)
            throws SQLException {
        SessionOrder order = session.order();
        Database.change(
                connection,
                INSERT,
                order.sessionId().value(),
                order.tenant().value(),
                fingerprint,
                traceparent,
                session.state(),
                Json.text(order),
                now,
                order.alwaysOn());
        write(connection, session, now);
    }

    static void write(Connection connection, Session session, Instant now) throws SQLException {
        Instant leased = session.leased();
        Database.change(
                connection,
                WRITE,
                session.state(),
                cause(session),
                since(session),
                session instanceof Session.Waiting s ? s.tryAt() : null,
                session instanceof Session.Paused s ? s.resumeAt() : null,
                reason(session),
                session instanceof Session.Closed s ? s.at() : null,
                leased,
                leased,
                session instanceof Session.Live ? now : null,
                !session.legs().stopping().isEmpty(),
                now,
                session.order().sessionId().value());
    }

    /** The row, until the end of the transaction nobody else's. */
    static Optional<Session> locked(Connection connection, UUID id) throws SQLException {
        return read(connection, id, " for update");
    }

    static Optional<Session> read(Connection connection, UUID id) throws SQLException {
        return read(connection, id, "");
    }

    private static Optional<Session> read(Connection connection, UUID id, String lock) throws SQLException {
        // The legs are read after the lock is held: before, they may be another transaction's.
        var rows = Database.list(connection, "select * from sessions where id = ?" + lock, Part::of, id);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst().with(LegRows.read(connection, id)));
    }

    /** A session's row without its legs. */
    record Part(
            String state,
            SessionOrder order,
            @Nullable Cause cause,
            @Nullable Instant since,
            @Nullable Instant tryAt,
            @Nullable Instant resumeAt,
            @Nullable Instant leaseUntil,
            @Nullable EndReason reason,
            @Nullable Instant endedAt) {
        static Part of(ResultSet row) throws SQLException {
            String cause = row.getString("cause");
            String reason = row.getString("end_reason");
            return new Part(
                    row.getString("state"),
                    Json.read(row.getString("wish").getBytes(StandardCharsets.UTF_8), SessionOrder.class),
                    cause == null ? null : Cause.valueOf(cause),
                    Database.time(row, "since"),
                    Database.time(row, "try_at"),
                    Database.time(row, "resume_at"),
                    Database.time(row, "lease_until"),
                    reason == null ? null : EndReason.valueOf(reason),
                    Database.time(row, "ended_at"));
        }

        Session with(Legs legs) {
            return switch (state) {
                case "requested" -> new Session.Requested(order);
                case "waiting" -> new Session.Waiting(order, legs, set(cause), set(since), set(tryAt), set(leaseUntil));
                case "opening" -> new Session.Opening(order, legs, set(cause), set(since), set(leaseUntil));
                case "live" -> new Session.Live(order, legs, set(leaseUntil));
                case "rotating" -> new Session.Rotating(order, legs, set(leaseUntil));
                case "paused" -> new Session.Paused(order, legs, set(since), set(leaseUntil), resumeAt);
                case "closing" -> new Session.Closing(order, legs, set(reason), set(since));
                case "closed" -> new Session.Closed(order, legs, set(reason), set(endedAt));
                default -> throw new IllegalStateException("a session has the unknown state " + state);
            };
        }
    }

    private static @Nullable String cause(Session session) {
        return switch (session) {
            case Session.Waiting s -> s.cause().name();
            case Session.Opening s -> s.cause().name();
            case Session.Requested _, Session.Live _, Session.Rotating _, Session.Paused _ -> null;
            case Session.Closing _, Session.Closed _ -> null;
        };
    }

    private static @Nullable Instant since(Session session) {
        return switch (session) {
            case Session.Waiting s -> s.since();
            case Session.Opening s -> s.since();
            case Session.Paused s -> s.since();
            case Session.Closing s -> s.since();
            case Session.Requested _, Session.Live _, Session.Rotating _, Session.Closed _ -> null;
        };
    }

    private static @Nullable String reason(Session session) {
        return switch (session) {
            case Session.Closing s -> s.reason().name();
            case Session.Closed s -> s.reason().name();
            case Session.Requested _, Session.Waiting _, Session.Opening _ -> null;
            case Session.Live _, Session.Rotating _, Session.Paused _ -> null;
        };
    }

    private static <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, "a column of this state is empty");
    }
}
