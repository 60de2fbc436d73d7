package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.LedgerEntry;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Transition;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes with their story and their money, inside of a transaction. */
final class Takes {
    private static final String INSERT = """
            insert into takes (id, request_id, tenant, attempt, model, quoted_micros, queued_at, traceparent, step, state,
                               tries, next_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, ?)
            """;
    private static final String ADVANCE = """
            update takes set state = ?, step = ?, tries = ?, provider_id = ?, submitted_at = ?, since = ?, outcome = ?,
                             next_at = ?, owner = ?
            where id = ? and owner = ? and step = ?
            """;
    private static final String STEP = "insert into steps (take_id, step, state, cause, at) values (?, ?, ?, ?, ?)";
    private static final String LEDGER = """
            insert into ledger (take_id, request_id, tenant, campaign, kind, micros, at)
            select ?, id, tenant, campaign, ?, ?, ? from requests where id = ?
            """;
    private static final String JOB =
            "insert into provider_jobs (provider_id, take_id, at) values (?, ?, ?) on conflict do nothing";
    private static final String SLOTS = """
            insert into slots (model, number)
            select ?, n from generate_series(1, ?) n where (select count(*) from slots where model = ?) < ?
            on conflict do nothing
            """;

    private Takes() {}

    /** Stores a new take. @param slots how many renders of its model may run at a time */
    static void insert(Connection connection, Transition queued, Instant at, int slots) throws SQLException {
        Take take = queued.take();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, take.id().value());
            insert.setObject(2, take.requestId().value());
            insert.setString(3, take.tenant().value());
            insert.setInt(4, take.attempt());
            insert.setString(5, take.model());
            insert.setLong(6, take.quotedMicros());
            insert.setTimestamp(7, Timestamp.from(take.queuedAt()));
            insert.setString(8, take.traceparent());
            insert.setString(9, take.state().word());
            insert.setTimestamp(10, Timestamp.from(at));
            insert.executeUpdate();
        }
        try (PreparedStatement seats = connection.prepareStatement(SLOTS)) {
            seats.setString(1, take.model());
            seats.setInt(2, slots);
            seats.setString(3, take.model());
            seats.setInt(4, slots);
            seats.executeUpdate();
        }
        story(connection, queued, at);
    }

    /** Stores a change. @throws LostTake if another worker drives the take by now */
    static void advance(Connection connection, Transition change, String owner, Instant at, Instant nextAt)
            throws SQLException {
        Take take = change.take();
        TakeState state = take.state();
        TakeRow.Detail detail = TakeRow.Detail.of(state);
        boolean keeps = !state.ended() && !(state instanceof TakeState.Queued);
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setString(1, state.word());
            update.setInt(2, take.step());
            update.setInt(3, detail.tries());
            update.setString(4, detail.providerId());
            update.setTimestamp(5, TakeRow.timestamp(detail.submittedAt()));
            update.setTimestamp(6, TakeRow.timestamp(detail.since()));
            update.setString(7, detail.outcome());
            update.setTimestamp(8, Timestamp.from(nextAt));
            update.setString(9, keeps ? owner : null);
            update.setObject(10, take.id().value());
            update.setString(11, owner);
            update.setInt(12, take.step() - 1);
            if (update.executeUpdate() == 0) {
                throw new LostTake(take.id());
            }
        }
        if (state instanceof TakeState.Rendering(var render, var reads) && reads == 0) {
            own(connection, render.providerId(), take.id(), at);
        }
        if (!state.holdsSlot()) {
            try (PreparedStatement free =
                    connection.prepareStatement("update slots set take_id = null where take_id = ?")) {
                free.setObject(1, take.id().value());
                free.executeUpdate();
            }
        }
        story(connection, change, at);
    }

    private static void own(Connection connection, String providerId, TakeId take, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(JOB)) {
            insert.setString(1, providerId);
            insert.setObject(2, take.value());
            insert.setTimestamp(3, Timestamp.from(at));
            if (insert.executeUpdate() == 0) {
                throw new ContestedJob(providerId);
            }
        }
    }

    private static void story(Connection connection, Transition change, Instant at) throws SQLException {
        Take take = change.take();
        try (PreparedStatement step = connection.prepareStatement(STEP)) {
            step.setObject(1, take.id().value());
            step.setInt(2, take.step());
            step.setString(3, take.state().word());
            step.setString(4, change.cause());
            step.setTimestamp(5, Timestamp.from(at));
            step.executeUpdate();
        }
        try (PreparedStatement line = connection.prepareStatement(LEDGER)) {
            for (LedgerEntry entry : change.entries()) {
                line.setObject(1, take.id().value());
                line.setString(2, entry.kind().word());
                line.setLong(3, entry.micros());
                line.setTimestamp(4, Timestamp.from(at));
                line.setObject(5, take.requestId().value());
                line.addBatch();
            }
            line.executeBatch();
        }
    }

    /** All attempts of a request, first to last. */
    static List<Attempt> attempts(Connection connection, RequestId request) throws SQLException {
        String select = "select " + TakeRow.COLUMNS + ", score from takes where request_id = ? order by attempt";
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setObject(1, request.value());
            List<Attempt> attempts = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String score = row.getString("score");
                    attempts.add(new Attempt(
                            TakeRow.read(row),
                            score == null
                                    ? null
                                    : Json.read(score.getBytes(StandardCharsets.UTF_8), Fact.Score.class)));
                }
            }
            return attempts;
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
