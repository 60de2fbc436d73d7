package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.SessionSeats;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link SessionSeats} in the schema {@code avatar}. */
@Singleton
class PostgresSeats implements SessionSeats {
    private final Database database;

    PostgresSeats(Database database) {
        this.database = database;
    }

    @Override
    public int taken() {
        String sql = "select count(*) from legs where state in ('preparing', 'live', 'stopping')";
        return database.one(sql, row -> row.getInt(1)).orElse(0);
    }

    @Override
    public Optional<Integer> place(SessionId id) {
        return database.one("""
                select count(*) from sessions one join sessions mine on mine.id = ? and mine.state = 'waiting'
                where one.state = 'waiting' and (one.since, one.id) <= (mine.since, mine.id)
                """, row -> row.getInt(1), id.value()).filter(place -> place > 0);
    }

    @Override
    public Optional<SessionId> first(Instant now) {
        String sql = "select id from sessions where state = 'waiting' and try_at <= ? order by since, id limit 1";
        return database.one(sql, row -> new SessionId(row.getObject(1, UUID.class)), now);
    }

    @Override
    public List<SessionId> waiting(int limit) {
        String sql = "select id from sessions where state = 'waiting' order by since, id limit ?";
        return database.list(sql, row -> new SessionId(row.getObject(1, UUID.class)), limit);
    }
}
