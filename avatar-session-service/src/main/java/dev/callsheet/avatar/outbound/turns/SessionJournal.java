package dev.callsheet.avatar.outbound.turns;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.outbound.Database;
import dev.callsheet.contracts.Fact;
import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.turn.History;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One session's journal. What is told of a turn leaves in the transaction that stores it. */
final class SessionJournal implements TurnJournal {
    /** More than any language model is shown. */
    private static final int REMEMBERED_TURNS = 100;

    private static final int KNOWN_INPUTS = 512;

    private final Database database;
    private final FactDesk facts;
    private final SessionOrder order;
    private final UUID session;
    private final @Nullable String traceparent;

    SessionJournal(Database database, FactDesk facts, SessionOrder order, @Nullable String traceparent) {
        this.database = database;
        this.facts = facts;
        this.order = order;
        this.session = order.sessionId().value();
        this.traceparent = traceparent;
    }

    @Override
    public Left open() {
        return database.transaction(connection -> {
            int last = Database.list(
                            connection,
                            "select coalesce(max(number), 0) from turns where session_id = ?",
                            row -> row.getInt(1),
                            session)
                    .getFirst();
            var history = new ArrayList<Words>();
            int after = Math.max(0, last - REMEMBERED_TURNS);
            for (TurnRecord turn : TurnRows.ended(connection, session, after, REMEMBERED_TURNS)) {
                history.addAll(History.words(turn));
            }
            return new Left(
                    last,
                    history,
                    underWay(connection, last),
                    InputRows.waiting(connection, session),
                    Set.copyOf(InputRows.known(connection, session, KNOWN_INPUTS)));
        });
    }

    @Override
    public boolean accepted(Input input) {
        return database.transaction(connection -> InputRows.accept(connection, session, input));
    }

    @Override
    public void skipped(Input input, String reason) {
        database.transaction(connection -> {
            boolean skipped = InputRows.skip(connection, session, input, reason);
            if (skipped) {
                var fact = new Fact.TurnSkipped(order.sessionId(), order.tenant(), input.inputId(), reason);
                facts.add(connection, fact, traceparent);
            }
            return skipped;
        });
        facts.wake();
    }

    @Override
    public void began(int turn, List<Input> inputs, Instant at) {
        database.transaction(connection -> {
            TurnRows.begin(connection, session, turn, inputs.getFirst(), at);
            for (int i = 0; i < inputs.size(); i++) {
                InputRows.answer(connection, session, inputs.get(i), turn, i);
            }
            return turn;
        });
    }

    @Override
    public void sentence(int turn, int index, String text) {
        database.change(
                "insert into sentences (session_id, turn, number, text) values (?, ?, ?, ?) on conflict do nothing",
                session,
                turn,
                index,
                text);
    }

    @Override
    public void written(int turn) {
        database.change("update turns set written = true where session_id = ? and number = ?", session, turn);
    }

    @Override
    public void spoken(int turn, int before) {
        database.change(
                "update turns set spoken_before = greatest(spoken_before, ?) where session_id = ? and number = ?",
                before,
                session,
                turn);
    }

    @Override
    public void ended(TurnRecord turn) {
        database.transaction(connection -> {
            boolean ended = TurnRows.end(connection, session, turn);
            if (ended) {
                Database.change(
                        connection, "delete from sentences where session_id = ? and turn = ?", session, turn.number());
                facts.add(connection, fact(turn), traceparent);
            }
            return ended;
        });
        facts.wake();
    }

    private @Nullable OpenTurn underWay(Connection connection, int last) throws SQLException {
        var open = Database.list(
                connection,
                "select spoken_before, written from turns where session_id = ? and number = ? and not ended",
                row -> new OpenTurn(last, List.of(), List.of(), row.getInt(1), row.getBoolean(2)),
                session,
                last);
        var inputs = TurnRows.inputs(connection, session, last - 1, last).getOrDefault(last, List.of());
        if (open.isEmpty() || inputs.isEmpty()) {
            return null;
        }
        var sentences = Database.list(
                connection,
                "select text from sentences where session_id = ? and turn = ? order by number",
                row -> row.getString(1),
                session,
                last);
        return new OpenTurn(
                last,
                inputs,
                sentences,
                open.getFirst().spoken(),
                open.getFirst().written());
    }

    private Fact fact(TurnRecord turn) {
        var line = turn.timeline();
        return new Fact.TurnEnded(
                order.sessionId(),
                order.tenant(),
                turn.number(),
                turn.interrupted(),
                line.since(line.firstToken()),
                line.since(line.firstAudio()),
                line.since(line.firstFrame()),
                line.since(line.transcribed()),
                line.since(line.firstSentence()),
                line.since(line.sent()),
                turn.inputs().stream().map(Input::inputId).toList());
    }
}
