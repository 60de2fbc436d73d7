package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Length;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Ticket;
import dev.callsheet.render.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes, inside of a transaction: many at once, by arrays. */
final class Takes {
    private static final String INSERT = """
            insert into takes (id, request_id, tenant, campaign, attempt, model, resolution, seconds, quoted_micros, queued_at,
                               traceparent, step, state, tries, next_at, lane, due, latest_at, forecast_place, forecast_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, now(), ?, ?, ?, ?, ?)
            """;
    private static final String LINE = "insert into lines (model, tenant) values (?, ?) on conflict do nothing";
    // When a take is due is compared with the database's clock, so it is written by that clock: a worker's may be
    // wrong.
    private static final String ADVANCE = """
            update takes t set state = n.state, step = n.step, tries = n.tries, provider_id = n.provider_id,
                   submitted_at = n.submitted_at, since = n.since, stop = n.stop, outcome = n.outcome,
                   next_at = now() + n.rest * interval '1 millisecond', owner = n.owner
            from unnest(?::text[]::uuid[], ?::text[], ?::text[]::int[], ?::text[]::int[], ?::text[], ?::text[]::timestamptz[],
                        ?::text[]::timestamptz[], ?::text[], ?::text[], ?::text[]::bigint[], ?::text[], ?::text[])
                 n(id, state, step, tries, provider_id, submitted_at, since, stop, outcome, rest, owner, driver)
            where t.id = n.id and t.owner is not distinct from n.driver and t.step = n.step - 1
            """;
    private static final String OWN = """
            insert into provider_jobs (provider_id, take_id, at)
            select * from unnest(?::text[], ?::text[]::uuid[], ?::text[]::timestamptz[]) on conflict do nothing
            """;
    private static final String FREE = "update slots set take_id = null where take_id = any (?::text[]::uuid[])";

    private Takes() {}

    /** A change with what it has made of its take. */
    record Stored(Change change, Transition transition) {
        Take take() {
            return transition.take();
        }
    }

    /** Stores a new take in its line. */
    static void insert(Connection connection, Transition queued, Ticket ticket, Instant at) throws SQLException {
        Take take = queued.take();
        Length length = take.length();
        Fact.Forecast forecast = ticket.forecast();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, take.id().value());
            insert.setObject(2, take.requestId().value());
            insert.setString(3, take.tenant().value());
            insert.setString(4, take.campaign());
            insert.setInt(5, take.attempt());
            insert.setString(6, take.model());
            insert.setString(7, length == null ? null : length.resolution());
            insert.setObject(8, length == null ? null : length.seconds(), java.sql.Types.INTEGER);
            insert.setLong(9, take.quotedMicros());
            insert.setTimestamp(10, Timestamp.from(take.queuedAt()));
            insert.setString(11, take.traceparent());
            insert.setString(12, take.state().word());
            insert.setInt(13, ticket.lane().ordinal());
            insert.setTimestamp(14, Timestamp.from(ticket.due()));
            insert.setTimestamp(15, forecast == null ? null : Timestamp.from(at.plusMillis(forecast.latestMs())));
            insert.setObject(16, forecast == null ? null : forecast.place(), java.sql.Types.INTEGER);
            insert.setTimestamp(17, forecast == null ? null : Timestamp.from(at));
            insert.executeUpdate();
        }
        try (PreparedStatement line = connection.prepareStatement(LINE)) {
            line.setString(1, take.model());
            line.setString(2, take.tenant().value());
            line.executeUpdate();
        }
        Stories.insert(connection, List.of(queued), at);
    }

    /**
     * Stores changes: all of them or none.
     *
     * @throws LostTake if one of the takes is driven by another worker by now
     * @throws ContestedJob if an accepted job is another take's
     */
    static void advance(Connection connection, List<Stored> changes) throws SQLException {
        List<Stored> moved = changes.stream()
                .filter(stored -> stored.take() != stored.change().take())
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        List<TakeRow.Detail> details = moved.stream()
                .map(stored -> TakeRow.Detail.of(stored.take().state()))
                .toList();
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setArray(
                    1, Columns.texts(connection, moved, stored -> stored.take().id()));
            update.setArray(
                    2,
                    Columns.texts(
                            connection, moved, stored -> stored.take().state().word()));
            update.setArray(
                    3, Columns.texts(connection, moved, stored -> stored.take().step()));
            update.setArray(4, Columns.texts(connection, details, TakeRow.Detail::tries));
            update.setArray(5, Columns.texts(connection, details, TakeRow.Detail::providerId));
            update.setArray(6, Columns.texts(connection, details, TakeRow.Detail::submittedAt));
            update.setArray(7, Columns.texts(connection, details, TakeRow.Detail::since));
            update.setArray(8, Columns.texts(connection, details, TakeRow.Detail::stop));
            update.setArray(9, Columns.texts(connection, details, TakeRow.Detail::outcome));
            update.setArray(
                    10,
                    Columns.texts(connection, moved, stored -> stored.change().restMillis()));
            update.setArray(
                    11,
                    Columns.texts(
                            connection,
                            moved,
                            stored -> keeps(stored.take().state())
                                    ? stored.change().owner()
                                    : null));
            update.setArray(
                    12,
                    Columns.texts(connection, moved, stored -> stored.change().owner()));
            if (update.executeUpdate() != moved.size()) {
                throw new LostTake(moved.getFirst().take().id());
            }
        }
        own(connection, moved);
        free(connection, moved);
    }

    private static boolean keeps(TakeState state) {
        return !state.ended() && !(state instanceof TakeState.Queued);
    }

    /** Only a take that was not rendering before has found its job just now. */
    private static void own(Connection connection, List<Stored> moved) throws SQLException {
        Map<String, Stored> accepted = new LinkedHashMap<>();
        for (Stored stored : moved) {
            boolean fresh = switch (stored.change().take().state()) {
                case TakeState.Submitting _, TakeState.Unsure _ -> true;
                case TakeState.Queued _,
                        TakeState.Rendering _,
                        TakeState.Wedged _,
                        TakeState.Fetching _,
                        TakeState.Finished _,
                        TakeState.Failed _,
                        TakeState.Cancelled _ -> false;
            };
            if (fresh
                    && stored.take().state() instanceof TakeState.Rendering(var render, var _)
                    && accepted.put(render.providerId(), stored) != null) {
                throw new ContestedJob(render.providerId());
            }
        }
        if (accepted.isEmpty()) {
            return;
        }
        List<String> ids = List.copyOf(accepted.keySet());
        try (PreparedStatement insert = connection.prepareStatement(OWN)) {
            insert.setArray(1, Columns.texts(connection, ids, id -> id));
            insert.setArray(
                    2,
                    Columns.texts(connection, ids, id -> accepted.get(id).take().id()));
            insert.setArray(
                    3,
                    Columns.texts(
                            connection, ids, id -> accepted.get(id).change().at()));
            if (insert.executeUpdate() != ids.size()) {
                throw new ContestedJob(ids.getFirst());
            }
        }
    }

    private static void free(Connection connection, List<Stored> moved) throws SQLException {
        List<Take> gone = moved.stream()
                .filter(stored -> stored.change().owner() != null)
                .map(Stored::take)
                .filter(take -> !take.state().holdsSlot())
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        try (PreparedStatement free = connection.prepareStatement(FREE)) {
            free.setArray(1, Columns.texts(connection, gone, Take::id));
            free.executeUpdate();
        }
    }

    /** Notes what was measured. @return false if that was known already, or the take is not ours */
    static boolean score(Connection connection, TakeId take, Fact.Score score) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update takes set score = ? where id = ? and score is null")) {
            update.setString(1, Json.text(score));
            update.setObject(2, take.value());
            return update.executeUpdate() == 1;
        }
    }
}
