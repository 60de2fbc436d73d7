package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Lessons;
import dev.callsheet.avatar.domain.SessionOrder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** {@link Lessons} in the schema {@code avatar}. */
@Singleton
class PostgresLessons implements Lessons {
    private final Database database;

    PostgresLessons(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Duration> cap(SessionOrder.Mode mode, boolean sandbox) {
        return database.one(
                "select cap_ms from lessons where mode = ? and sandbox = ?",
                row -> Duration.ofMillis(row.getLong(1)),
                mode.name(),
                sandbox);
    }

    @Override
    public void learn(SessionOrder.Mode mode, boolean sandbox, Duration ran) {
        database.change("""
                insert into lessons (mode, sandbox, cap_ms) values (?, ?, ?)
                on conflict (mode, sandbox) do update set cap_ms = least(lessons.cap_ms, excluded.cap_ms)
                """, mode.name(), sandbox, ran);
    }
}
