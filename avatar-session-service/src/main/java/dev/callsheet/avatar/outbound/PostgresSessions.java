package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Legs;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.Outbox;
import dev.callsheet.corridor.OutboxRelay;
import dev.callsheet.corridor.Traces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link SessionStore} in the schema {@code avatar}; facts leave by the outbox of the same transaction. */
@Singleton
class PostgresSessions implements SessionStore {
    private static final String SOURCE = "/avatar-session-service";
    private static final String LEASED = "('waiting', 'opening', 'live', 'rotating', 'paused')";

    private final Database database;
    private final Runnable wake;
    private final SessionMeters meters;
    private final Clock clock;

    @Inject
    PostgresSessions(Database database, OutboxRelay relay, SessionMeters meters, Clock clock) {
        this(database, relay::wake, meters, clock);
    }

    /** @param wake is told when there are facts to be sent */
    PostgresSessions(Database database, Runnable wake, SessionMeters meters, Clock clock) {
        this.meters = meters;
        this.database = database;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public boolean open(Change first, String fingerprint, @Nullable String traceparent) {
        UUID id = first.next().order().sessionId().value();
        boolean opened = database.transaction(connection -> {
            // Two calls with one key at once: the second waits here for the first and then finds its row.
            Database.list(connection, "select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 0, id.toString());
            if (SessionRows.read(connection, id).isPresent()) {
                return false;
            }
            SessionRows.insert(connection, first.next(), fingerprint, traceparent, clock.instant());
            write(connection, Legs.NONE, first, traceparent);
            return true;
        });
        if (opened) {
            meters.paid(first.ledger());
        } else {
            meters.repeated();
        }
        wake.run();
        return opened;
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return database.snapshot(connection -> SessionRows.read(connection, id.value()));
    }

    @Override
    public Optional<Session> change(SessionId id, Function<Session, Change> decision) {
        List<LedgerEntry> paid = new ArrayList<>();
        Optional<Session> changed = database.transaction(connection -> {
            var before = SessionRows.locked(connection, id.value());
            if (before.isEmpty()) {
                return before;
            }
            Change change = decision.apply(before.get());
            if (!change.next().equals(before.get())) {
                SessionRows.write(connection, change.next(), clock.instant());
                write(connection, before.get().legs(), change, traceparent(connection, id));
                paid.addAll(change.ledger());
            }
            return Optional.of(change.next());
        });
        meters.paid(paid);
        wake.run();
        return changed;
    }

    @Override
    public Optional<Origin> origin(SessionId id) {
        return database.one(
                "select fingerprint, traceparent from sessions where id = ?",
                row -> new Origin(row.getString(1), row.getString(2)),
                id.value());
    }

    @Override
    public void anchor(SessionId id, String traceparent) {
        database.change("update sessions set traceparent = ? where id = ?", traceparent, id.value());
    }

    @Override
    public boolean renew(SessionId id, Instant until) {
        String sql = "update sessions set lease_until = greatest(lease_until, ?) where id = ? and state in " + LEASED;
        return database.change(sql, until, id.value()) == 1;
    }

    @Override
    public List<SessionId> lapsed(Instant now, int limit) {
        String sql = "select id from sessions where state in " + LEASED
                + " and lease_until < ? and not always_on order by lease_until limit ?";
        return database.list(sql, PostgresSessions::id, now, limit);
    }

    @Override
    public List<SessionId> claimStopping(Instant now, Instant retryAt, int limit) {
        return database.list("""
                update sessions set close_at = ? where id in (
                    select id from sessions where close_at <= ? order by close_at limit ? for update skip locked)
                returning id
                """, PostgresSessions::id, retryAt, now, limit);
    }

    @Override
    public List<SessionId> claimQuiet(Instant now, Instant before, int limit) {
        return database.list("""
                update sessions set kept_alive_at = ? where id in (
                    select id from sessions where state in ('live', 'rotating') and kept_alive_at < ?
                    order by kept_alive_at limit ? for update skip locked)
                returning id
                """, PostgresSessions::id, now, before, limit);
    }

    @Override
    public List<SessionId> stuck(Instant before, int limit) {
        return database.list(
                "select session_id from legs where state = 'preparing' and since < ? order by since limit ?",
                PostgresSessions::id,
                before,
                limit);
    }

    @Override
    public List<SessionId> resumable(Instant now, int limit) {
        return database.list(
                "select id from sessions where state = 'paused' and resume_at <= ? order by resume_at limit ?",
                PostgresSessions::id,
                now,
                limit);
    }

    @Override
    public String planPosition(SessionId id) {
        return database.one("select plan_position from sessions where id = ?", row -> row.getString(1), id.value())
                .orElse("");
    }

    @Override
    public void planPosition(SessionId id, String position) {
        database.change("update sessions set plan_position = ? where id = ?", position, id.value());
    }

    @Override
    public Map<String, Long> counts() {
        String sql = "select state, count(*) from sessions where state <> 'closed' group by state";
        return database.list(sql, row -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<LegRef> leg(String providerId) {
        return database.one(
                "select session_id, number from legs where provider_id = ?",
                row -> new LegRef(new SessionId(row.getObject(1, UUID.class)), row.getInt(2)),
                providerId);
    }

    @Override
    public List<Listed> list(@Nullable TenantId tenant, @Nullable String state, int limit) {
        String sql = """
                select * from sessions where (?::text is null or tenant = ?) and (?::text is null or state = ?)
                order by created_at desc, id limit ?
                """;
        String name = tenant == null ? null : tenant.value();
        return database.snapshot(connection -> {
            var all = new ArrayList<Listed>();
            for (var row : Database.list(connection, sql, Row::of, name, name, state, state, limit)) {
                var legs =
                        LegRows.read(connection, row.part().order().sessionId().value());
                all.add(new Listed(row.part().with(legs), row.createdAt(), row.owner()));
            }
            return List.copyOf(all);
        });
    }

    private record Row(
            SessionRows.Part part,
            Instant createdAt,
            @Nullable String owner) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    SessionRows.Part.of(row), row.getTimestamp("created_at").toInstant(), row.getString("owner"));
        }
    }

    private void write(Connection connection, Legs before, Change change, @Nullable String traceparent)
            throws SQLException {
        UUID id = change.next().order().sessionId().value();
        LegRows.write(connection, id, before, change.next().legs());
        for (LedgerEntry entry : change.ledger()) {
            Database.change(
                    connection,
                    "insert into ledger (session_id, leg, kind, micros, at) values (?, ?, ?, ?, ?)",
                    id,
                    entry.leg(),
                    entry.kind().name(),
                    entry.micros(),
                    clock.instant());
        }
        var messages =
                change.facts().stream().map(fact -> message(fact, traceparent)).toList();
        if (!messages.isEmpty()) {
            Outbox.add(connection, messages);
        }
    }

    private static @Nullable String traceparent(Connection connection, SessionId id) throws SQLException {
        return Database.list(
                        connection,
                        "select coalesce(traceparent, '') from sessions where id = ?",
                        row -> row.getString(1),
                        id.value())
                .stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The current span, if there is one, is nearer than the session's own. */
    private Outbox.Message message(Fact fact, @Nullable String traceparent) {
        CloudEvent event = fact.event(SOURCE, clock.instant());
        boolean orphan = Traces.current() == null && traceparent != null;
        return new Outbox.Message(
                Topics.FACTS,
                fact.aggregate().toString(),
                orphan ? event.with(CloudEvent.TRACEPARENT, traceparent) : event);
    }

    private static SessionId id(ResultSet row) throws SQLException {
        return new SessionId(row.getObject(1, UUID.class));
    }
}
