package dev.callsheet.avatar.outbound.turns;

import dev.callsheet.avatar.outbound.Database;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The table of inputs: each stands in it once, whoever brings it. */
final class InputRows {
    private static final String INSERT = """
            insert into inputs (session_id, input_id, text, origin, author, verbatim, end_of_input, transcribed, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session_id, input_id)
            """;

    private InputRows() {}

    /** Stores it unless it is known. Returns false if it is. */
    static boolean post(Connection connection, UUID session, Input input) throws SQLException {
        return insert(connection, session, input, "POSTED", "do nothing");
    }

    /** Stores it as accepted, also if another process left it. Returns false if it was accepted or skipped before. */
    static boolean accept(Connection connection, UUID session, Input input) throws SQLException {
        return insert(
                connection,
                session,
                input,
                "ACCEPTED",
                "do update set state = 'ACCEPTED' where inputs.state in ('POSTED', 'TAKEN')");
    }

    /** Returns false if it was skipped or answered before. */
    static boolean skip(Connection connection, UUID session, Input input, String reason) throws SQLException {
        boolean skipped = insert(
                connection,
                session,
                input,
                "SKIPPED",
                "do update set state = 'SKIPPED' where inputs.state in ('POSTED', 'TAKEN', 'ACCEPTED')");
        if (skipped) {
            Database.change(
                    connection,
                    "update inputs set reason = ? where session_id = ? and input_id = ?",
                    reason,
                    session,
                    input.inputId());
        }
        return skipped;
    }

    static void answer(Connection connection, UUID session, Input input, int turn, int place) throws SQLException {
        insert(connection, session, input, "ANSWERED", "do update set state = 'ANSWERED'");
        Database.change(
                connection,
                "update inputs set turn = ?, place = ? where session_id = ? and input_id = ?",
                turn,
                place,
                session,
                input.inputId());
    }

    /** What another process left, in its order. */
    static List<Input> take(Connection connection, UUID session) throws SQLException {
        return Database.list(connection, """
                with taken as (
                    update inputs set state = 'TAKEN' where session_id = ? and state = 'POSTED' returning *)
                select * from taken order by number
                """, InputRows::read, session);
    }

    /** What was accepted, or taken by a process that did not live to accept it, and was not begun. */
    static List<Input> waiting(Connection connection, UUID session) throws SQLException {
        return Database.list(
                connection,
                "select * from inputs where session_id = ? and state in ('TAKEN', 'ACCEPTED') order by number",
                InputRows::read,
                session);
    }

    /** Of what was left here and not accepted yet nothing is known: it will be said. */
    static List<String> known(Connection connection, UUID session, int most) throws SQLException {
        return Database.list(connection, """
                select input_id from inputs where session_id = ? and state not in ('POSTED', 'TAKEN')
                order by number desc limit ?
                """, row -> row.getString(1), session, most);
    }

    private static boolean insert(Connection connection, UUID session, Input input, String state, String otherwise)
            throws SQLException {
        return Database.change(
                        connection,
                        INSERT + otherwise,
                        session,
                        input.inputId(),
                        input.text(),
                        input.origin().name(),
                        input.author(),
                        input.verbatim(),
                        input.endOfInput(),
                        input.transcribed(),
                        state)
                == 1;
    }

    static Input read(ResultSet row) throws SQLException {
        return new Input(
                row.getString("input_id"),
                row.getString("text"),
                Origin.valueOf(row.getString("origin")),
                row.getString("author"),
                row.getBoolean("verbatim"),
                Objects.requireNonNull(Database.time(row, "end_of_input")),
                Database.time(row, "transcribed"));
    }
}
