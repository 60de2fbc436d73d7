package dev.callsheet.avatar.outbound.turns;

import dev.callsheet.avatar.outbound.Database;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Timeline;
import dev.callsheet.conversation.turn.TurnRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The table of turns. */
final class TurnRows {
    private TurnRows() {}

    static void begin(Connection connection, UUID session, int turn, Input first, Instant at) throws SQLException {
        Database.change(connection, """
                insert into turns (session_id, number, ended, interrupted, end_of_input, transcribed, began_at)
                values (?, ?, false, false, ?, ?, ?)
                on conflict do nothing
                """, session, turn, first.endOfInput(), first.transcribed(), at);
    }

    /** Returns false if it had ended before. */
    static boolean end(Connection connection, UUID session, TurnRecord turn) throws SQLException {
        var line = turn.timeline();
        return Database.change(
                        connection,
                        """
                        update turns set ended = true, interrupted = ?, ended_at = ?, first_token = ?,
                            first_sentence = ?, first_audio = ?, sent = ?, first_frame = ?, answer = ?, spoken = ?
                        where session_id = ? and number = ? and not ended
                        """,
                        turn.interrupted(),
                        turn.endedAt(),
                        line.firstToken(),
                        line.firstSentence(),
                        line.firstAudio(),
                        line.sent(),
                        line.firstFrame(),
                        turn.answer(),
                        turn.spoken(),
                        session,
                        turn.number())
                == 1;
    }

    /** The turns that have ended, in their order. */
    static List<TurnRecord> ended(Connection connection, UUID session, int after, int most) throws SQLException {
        var inputs = inputs(connection, session, after, after + most);
        return Database.list(
                connection,
                """
                select * from turns where session_id = ? and number > ? and number <= ? and ended order by number
                """,
                row -> read(row, inputs.getOrDefault(row.getInt("number"), List.of())),
                session,
                after,
                limit(after, most));
    }

    /** The inputs of turns, by the turn's number. */
    static Map<Integer, List<Input>> inputs(Connection connection, UUID session, int after, int upTo)
            throws SQLException {
        var inputs = new HashMap<Integer, List<Input>>();
        Database.list(
                connection,
                "select * from inputs where session_id = ? and turn > ? and turn <= ? order by turn, place",
                row -> inputs.computeIfAbsent(row.getInt("turn"), _ -> new ArrayList<>())
                        .add(InputRows.read(row)),
                session,
                after,
                upTo < after ? Integer.MAX_VALUE : upTo);
        return inputs;
    }

    private static int limit(int after, int most) {
        return after + most < after ? Integer.MAX_VALUE : after + most;
    }

    private static TurnRecord read(ResultSet row, List<Input> inputs) throws SQLException {
        Instant began = Objects.requireNonNull(Database.time(row, "began_at"));
        Instant ended = Database.time(row, "ended_at");
        var timeline = new Timeline(
                Objects.requireNonNull(Database.time(row, "end_of_input")),
                Database.time(row, "transcribed"),
                Database.time(row, "first_token"),
                Database.time(row, "first_sentence"),
                Database.time(row, "first_audio"),
                Database.time(row, "sent"),
                Database.time(row, "first_frame"));
        return new TurnRecord(
                row.getInt("number"),
                inputs,
                row.getString("answer"),
                row.getString("spoken"),
                row.getBoolean("interrupted"),
                timeline,
                ended == null ? began : ended);
    }
}
