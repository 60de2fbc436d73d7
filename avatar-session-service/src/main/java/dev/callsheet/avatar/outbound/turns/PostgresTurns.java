package dev.callsheet.avatar.outbound.turns;

import dev.callsheet.avatar.domain.Journals;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.TurnArchive;
import dev.callsheet.avatar.outbound.Database;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.plan.Keeping;
import dev.callsheet.conversation.plan.Keepsakes;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What conversations remember, in the schema {@code avatar}. */
@Singleton
class PostgresTurns implements Journals, TurnArchive, Keepsakes {
    private static final String PACE = """
            select session_id, count(*),
                percentile_disc(0.5) within group (order by extract(epoch from first_frame - end_of_input) * 1000)
            from turns where session_id = any(?) and ended and ended_at >= ? group by session_id
            """;
    private static final String[] WORDS = {
        "update inputs set text = '', author = null where session_id = ?",
        "update turns set answer = '', spoken = '' where session_id = ?",
        "delete from sentences where session_id = ?",
        "delete from transcripts where session_id = ?"
    };

    private final Database database;
    private final FactDesk facts;

    PostgresTurns(Database database, FactDesk facts) {
        this.database = database;
        this.facts = facts;
    }

    @Override
    public TurnJournal journal(SessionOrder order, @Nullable String traceparent) {
        return new SessionJournal(database, facts, order, traceparent);
    }

    @Override
    public void post(SessionId id, Input input) {
        database.transaction(connection -> InputRows.post(connection, id.value(), input));
    }

    @Override
    public List<Input> posted(SessionId id) {
        return database.transaction(connection -> InputRows.take(connection, id.value()));
    }

    @Override
    public void closed(SessionOrder order, Instant at) {
        var consent = order.consent();
        var expires = Keeping.of(consent.recordTranscript(), consent.recordVideo(), consent.keep())
                .expiresAt(at)
                .filter(_ -> consent.recordTranscript());
        if (expires.isEmpty()) {
            forget(order.sessionId());
        } else {
            database.change(
                    "insert into transcripts (session_id, expires_at) values (?, ?) on conflict do nothing",
                    order.sessionId().value(),
                    expires.get());
        }
    }

    @Override
    public void forget(SessionId id) {
        database.transaction(connection -> forget(connection, id.value()));
    }

    @Override
    public int forgetExpired(Instant now, int most) {
        return database.transaction(connection -> {
            var due = Database.list(connection, """
                    select session_id from transcripts where expires_at <= ? order by expires_at limit ?
                    for update skip locked
                    """, row -> row.getObject(1, UUID.class), now, most);
            for (UUID session : due) {
                forget(connection, session);
            }
            return due.size();
        });
    }

    @Override
    public List<TurnRecord> turns(SessionId id, int after, int most) {
        return database.transaction(connection -> TurnRows.ended(connection, id.value(), after, most));
    }

    @Override
    public Map<SessionId, Pace> pace(Collection<SessionId> ids, Instant since) {
        var paces = new HashMap<SessionId, Pace>();
        if (!ids.isEmpty()) {
            Object[] values = ids.stream().map(SessionId::value).toArray();
            database.list(
                    PACE,
                    row -> {
                        double half = row.getDouble(3);
                        Long firstFrame = row.wasNull() ? null : Math.round(half);
                        return paces.put(
                                new SessionId(row.getObject(1, UUID.class)), new Pace(row.getInt(2), firstFrame));
                    },
                    values,
                    since);
        }
        return paces;
    }

    private static boolean forget(Connection connection, UUID session) throws SQLException {
        for (String sql : WORDS) {
            Database.change(connection, sql, session);
        }
        return true;
    }
}
