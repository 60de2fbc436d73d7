package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.requestapi.domain.Entry;
import dev.callsheet.requestapi.domain.Progress;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.Told;
import dev.callsheet.requestapi.domain.Week;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements of the projection, each for many rows. */
final class ProjectionSql {
    private static final String BEGIN = """
            insert into requests (id, session_id, tenant, state, week, created_at, updated_at)
            select id, session_id, tenant, ?, ?, at, at
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[]) as n(id, session_id, tenant, at)
            on conflict do nothing
            """;
    private static final String REQUESTS_OF = "select session_id, id from requests where session_id = any (?)";
    private static final String LOCK = "select id, week from requests where id = any (?) order by id for update";
    private static final String TELL = """
            insert into history (event_id, aggregate, tenant, type, source, at, trace_id, data, week)
            select event_id, aggregate, tenant, type, source, at, trace_id, data, week
            from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::date[])
                 with ordinality as n(event_id, aggregate, tenant, type, source, at, trace_id, data, week, ord)
            order by ord
            on conflict (event_id, week) do nothing
            returning event_id, aggregate
            """;
    private static final String HISTORIES = """
            select aggregate, event_id, type, source, at, trace_id, data from history
            where aggregate = any (?) and week = any (?) order by seq
            """;
    private static final String SHOW = """
            update requests r set state = n.state, door = n.door, route = n.route, verdict = n.verdict, takes = n.takes,
                   clip_uri = n.clip_uri, quoted_micros = n.quoted, committed_micros = n.committed,
                   settled_micros = n.settled, released_micros = n.released, trace_id = n.trace_id,
                   created_at = coalesce(n.created_at, r.created_at), updated_at = coalesce(n.updated_at, r.updated_at),
                   name = n.name, campaign = n.campaign, reason = n.reason, clip_seconds = n.seconds, place = n.place,
                   likely_at = n.likely_at, latest_at = n.latest_at, stated_at = n.stated_at,
                   accepted = n.accepted, approved = n.approved, rejected = n.rejected
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                        ?::text[], ?::text[], ?::text[], ?::float8[], ?::int[], ?::timestamptz[], ?::timestamptz[],
                        ?::timestamptz[], ?::boolean[], ?::int[], ?::int[])
                 as n(id, state, door, route, verdict, takes, clip_uri, quoted, committed, settled, released, trace_id,
                      created_at, updated_at, name, campaign, reason, seconds, place, likely_at, latest_at, stated_at, accepted, approved,
                      rejected)
            where r.id = n.id
            """;

    private final Connection connection;
    private final Week now;

    /** @param now the week of what is first heard of */
    ProjectionSql(Connection connection, Week now) {
        this.connection = connection;
        this.now = now;
    }

    /** Rows for requests that have none yet. */
    void begin(SortedMap<UUID, Entry> first) throws SQLException {
        if (first.isEmpty()) {
            return;
        }
        Collection<Entry> entries = first.values();
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, State.ACCEPTED.wire());
            begin.setObject(2, now.monday());
            array(begin, 3, "uuid", first.keySet(), id -> id);
            array(
                    begin,
                    4,
                    "uuid",
                    first.keySet(),
                    id -> SessionId.of(new RequestId(id)).value());
            array(begin, 5, "text", entries, entry -> entry.tenant().value());
            array(
                    begin,
                    6,
                    "timestamptz",
                    entries,
                    entry -> Timestamp.from(entry.told().at()));
            begin.executeUpdate();
        }
    }

    /** Requests by their sessions, those that are known. */
    Map<UUID, RequestId> requestsOf(Set<UUID> sessions) throws SQLException {
        Map<UUID, RequestId> requests = new HashMap<>();
        try (PreparedStatement of = connection.prepareStatement(REQUESTS_OF)) {
            array(of, 1, "uuid", sessions, id -> id);
            try (ResultSet row = of.executeQuery()) {
                while (row.next()) {
                    requests.put(row.getObject(1, UUID.class), new RequestId(row.getObject(2, UUID.class)));
                }
            }
        }
        return requests;
    }

    /** @return the week of each */
    Map<UUID, Week> lock(SortedSet<UUID> requests) throws SQLException {
        Map<UUID, Week> weeks = new HashMap<>();
        if (!requests.isEmpty()) {
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                array(lock, 1, "uuid", requests, id -> id);
                try (ResultSet row = lock.executeQuery()) {
                    while (row.next()) {
                        weeks.put(row.getObject(1, UUID.class), new Week(row.getObject(2, LocalDate.class)));
                    }
                }
            }
        }
        return weeks;
    }

    /** Into the history, in their order; those that were news: their aggregates by event id. @param weeks by aggregate */
    Map<String, UUID> tell(List<Entry> entries, Map<UUID, Week> weeks) throws SQLException {
        Map<String, UUID> news = new HashMap<>();
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            array(tell, 1, "text", entries, entry -> entry.told().eventId());
            array(tell, 2, "uuid", entries, Entry::aggregate);
            array(tell, 3, "text", entries, entry -> entry.tenant().value());
            array(tell, 4, "text", entries, entry -> entry.told().type());
            array(tell, 5, "text", entries, entry -> entry.told().source());
            array(
                    tell,
                    6,
                    "timestamptz",
                    entries,
                    entry -> Timestamp.from(entry.told().at()));
            array(tell, 7, "text", entries, entry -> entry.told().traceId());
            array(tell, 8, "text", entries, entry -> new String(entry.told().data(), StandardCharsets.UTF_8));
            array(
                    tell,
                    9,
                    "date",
                    entries,
                    entry -> weeks.getOrDefault(entry.aggregate(), now).monday().toString());
            try (ResultSet row = tell.executeQuery()) {
                while (row.next()) {
                    news.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
        }
        return news;
    }

    /** All that was told, by request. @param owners requests by aggregate @param weeks those of the requests */
    Map<UUID, List<Told>> histories(Map<UUID, UUID> owners, Set<Week> weeks) throws SQLException {
        Map<UUID, List<Told>> histories = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(HISTORIES)) {
            array(read, 1, "uuid", owners.keySet(), id -> id);
            array(read, 2, "date", weeks, week -> week.monday().toString());
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    histories
                            .computeIfAbsent(owners.get(row.getObject("aggregate", UUID.class)), _ -> new ArrayList<>())
                            .add(told(row));
                }
            }
        }
        return histories;
    }

    /** Writes the rows as the stories now read. */
    void show(SortedMap<UUID, Story> stories) throws SQLException {
        try (PreparedStatement show = connection.prepareStatement(SHOW)) {
            var columns = new Columns(show, stories.values());
            columns.next("uuid", stories.keySet().toArray());
            columns.next("text", story -> story.state().wire());
            columns.next("text", story -> story.door().orElse(null));
            columns.next("text", ProjectionSql::route);
            columns.next("text", story -> story.verdict().orElse(null));
            columns.next("int", story -> story.takes().size());
            columns.next("text", story -> story.clip().map(Fact.Clip::uri).orElse(null));
            columns.next("bigint", story -> story.ledger().quotedMicros());
            columns.next("bigint", story -> story.ledger().committedMicros());
            columns.next("bigint", story -> story.ledger().settledMicros());
            columns.next("bigint", story -> story.ledger().releasedMicros());
            columns.next("text", story -> story.traceId().orElse(null));
            columns.next("timestamptz", story -> at(story.createdAt().orElse(null)));
            columns.next("timestamptz", story -> at(story.updatedAt().orElse(null)));
            columns.next("text", story -> story.name().orElse(null));
            columns.next("text", story -> story.campaign().orElse(null));
            columns.next("text", story -> story.reason().orElse(null));
            columns.next("float8", story -> story.clip().map(Fact.Clip::seconds).orElse(null));
            columns.next("int", story -> story.progress().map(Progress::place).orElse(null));
            columns.next(
                    "timestamptz",
                    story -> at(story.progress().map(Progress::likelyAt).orElse(null)));
            columns.next(
                    "timestamptz",
                    story -> at(story.progress().map(Progress::latestAt).orElse(null)));
            columns.next(
                    "timestamptz",
                    story -> at(story.progress().map(Progress::statedAt).orElse(null)));
            columns.next("boolean", Story::isAccepted);
            columns.next("int", story -> story.ruled(Ruling.Word.APPROVED));
            columns.next("int", story -> story.ruled(Ruling.Word.REJECTED));
            show.executeUpdate();
        }
    }

    /** One array for each column, in their order. */
    private final class Columns {
        private final PreparedStatement statement;
        private final Collection<Story> stories;
        private int at = 1;

        Columns(PreparedStatement statement, Collection<Story> stories) {
            this.statement = statement;
            this.stories = stories;
        }

        void next(String type, Function<Story, @Nullable Object> column) throws SQLException {
            next(type, stories.stream().map(column).toArray());
        }

        void next(String type, @Nullable Object[] values) throws SQLException {
            statement.setArray(at++, connection.createArrayOf(type, values));
        }
    }

    private static @Nullable String route(Story story) {
        var decision = story.decision().orElse(null);
        return decision == null || decision.route() == null
                ? null
                : decision.route().wire();
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("event_id"),
                row.getString("type"),
                row.getString("source"),
                row.getTimestamp("at").toInstant(),
                row.getString("trace_id"),
                row.getString("data").getBytes(StandardCharsets.UTF_8));
    }

    private <T> void array(
            PreparedStatement statement, int at, String type, Collection<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        statement.setArray(
                at, connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }
}
