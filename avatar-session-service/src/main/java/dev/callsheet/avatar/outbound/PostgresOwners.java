package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@link SessionOwners} in the schema {@code avatar}. */
@Singleton
class PostgresOwners implements SessionOwners {
    private static final String RENEW = """
            update sessions s set owner_until = ?, nudged = false
            from (select id, nudged from sessions where id = any(?) order by id for update) old
            where s.id = old.id and s.owner = ? and s.state in ('waiting', 'opening', 'live', 'rotating')
            returning s.id, coalesce(s.wanted_until > ? and s.wanted_by <> s.owner, false), old.nudged
            """;

    private final Database database;

    PostgresOwners(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(SessionId id, String process, Instant now, Instant until) {
        return database.change("""
                        update sessions set owner = ?, owner_until = ?, wanted_by = null, wanted_until = null
                        where id = ? and (owner is null or owner = ? or owner_until < ?)
                        """, process, until, id.value(), process, now) == 1;
    }

    @Override
    public Held renew(Collection<SessionId> ids, String process, Instant now, Instant until) {
        var lost = new HashSet<>(ids);
        var wanted = new HashSet<SessionId>();
        var nudged = new HashSet<SessionId>();
        if (!ids.isEmpty()) {
            Object[] values = ids.stream().map(SessionId::value).toArray();
            for (var row : database.list(RENEW, Row::of, until, values, process, now)) {
                lost.remove(row.id);
                if (row.wanted) {
                    wanted.add(row.id);
                }
                if (row.nudged) {
                    nudged.add(row.id);
                }
            }
        }
        return new Held(Set.copyOf(lost), Set.copyOf(wanted), Set.copyOf(nudged));
    }

    private record Row(SessionId id, boolean wanted, boolean nudged) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(new SessionId(row.getObject(1, UUID.class)), row.getBoolean(2), row.getBoolean(3));
        }
    }

    @Override
    public void nudge(SessionId id) {
        database.change("update sessions set nudged = true where id = ?", id.value());
    }

    @Override
    public void want(SessionId id, String process, Instant until) {
        database.change("update sessions set wanted_by = ?, wanted_until = ? where id = ?", process, until, id.value());
    }

    @Override
    public void release(SessionId id, String process) {
        database.change(
                "update sessions set owner = null, owner_until = null where id = ? and owner = ?", id.value(), process);
    }

    @Override
    public List<SessionId> orphaned(Instant now, int limit) {
        return database.list("""
                select id from sessions where state in ('live', 'rotating') and (owner is null or owner_until < ?)
                order by id limit ?
                """, row -> new SessionId(row.getObject(1, UUID.class)), now, limit);
    }
}
