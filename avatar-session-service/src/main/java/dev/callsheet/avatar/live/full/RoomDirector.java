package dev.callsheet.avatar.live.full;

import dev.callsheet.avatar.domain.BrokeredLine;
import dev.callsheet.conversation.pipeline.Loop;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak when in the provider's room, and what is known of it. Words go in by a viewer who stands there; the
 * provider answers by itself, and may also begin a turn: it hears the people in the room. Runs on the loop only.
 */
final class RoomDirector {
    private static final int TRIES = 3;
    private static final Duration TO_HEAR = Duration.ofSeconds(5);
    private static final Duration TO_BEGIN = Duration.ofSeconds(20);
    private static final Duration TO_END = Duration.ofMinutes(2);

    private final Loop loop;
    private final Circle circle;
    private final Chronicle chronicle;
    private final Runnable quiet;
    private final Pairs pairs = new Pairs();
    private final Deadline deadline;
    private final Waitlist waiting;
    private int last;
    private @Nullable RoomTurn present;
    private boolean inRoom;
    private boolean parting;
    private volatile boolean busy;

    /** @param quiet called when a turn has ended and none follows at once */
    RoomDirector(TurnPolicy policy, Loop loop, Circle circle, Chronicle chronicle, Runnable quiet) {
        this.waiting = new Waitlist(policy);
        this.loop = loop;
        this.circle = circle;
        this.chronicle = chronicle;
        this.quiet = quiet;
        this.deadline = new Deadline(loop);
    }

    void takeUp(TurnJournal.Left left) {
        last = left.lastTurn();
        waiting.takeUp(left.waiting(), left.known());
        var open = left.open();
        if (open != null) {
            // The room went on without us: the avatar is at it, and what it does will be seen.
            last = Math.max(last, open.number());
            var turn = new RoomTurn(open.number(), open.inputs(), loop.now());
            open.sentences().forEach(sentence -> turn.sentence(sentence, loop.now()));
            present = turn;
            watch(turn, TO_BEGIN);
        }
        note();
        next();
    }

    /** Something is being said or waits to be; may be asked from anywhere. */
    boolean busy() {
        return busy;
    }

    boolean speaking() {
        return present != null;
    }

    void say(Input input) {
        if (!waiting.meet(input.inputId())) {
            circle.tell(new Told.TurnSkipped(input.inputId(), "turn.known", input.author()));
            return;
        }
        chronicle.write(journal -> journal.accepted(input));
        if (parting || waiting.isFull()) {
            skip(input, parting ? "session.ending" : "turn.queue_full");
            return;
        }
        if (present != null && waiting.cuts(input)) {
            waiting.addFirst(input);
            interrupt();
            return;
        }
        int place = waiting.add(input);
        note();
        if (present != null) {
            circle.tell(new Told.TurnQueued(input.inputId(), place));
        }
        next();
    }

    void interrupt() {
        if (present != null) {
            circle.send(VendorCommand.interrupt(), 0);
            end(true);
        }
    }

    void part() {
        parting = true;
        waiting.clear().forEach(input -> skip(input, "session.ending"));
        note();
    }

    /** The last words; what is being said ends for them. */
    void farewell(String sentence) {
        interrupt();
        ask(List.of(new Input("farewell", sentence, Origin.SYSTEM, null, true, loop.now(), null)));
    }

    /** The avatar is in a room now. If it is another one than before, what was being said is said there again. */
    void enter(boolean another) {
        inRoom = true;
        var turn = present;
        if (another && turn != null) {
            turn.tries = 0;
            if (turn.inputs.isEmpty()) {
                end(true);
            } else {
                command(turn);
            }
        }
        next();
    }

    void leave() {
        inRoom = false;
    }

    /** Somebody has come who can carry words. */
    void next() {
        if (present != null || waiting.isEmpty() || !inRoom || circle.isEmpty()) {
            return;
        }
        ask(waiting.take());
    }

    void heard(VendorEvent event) {
        var turn = present;
        boolean ours = event.source().startsWith("turn-");
        if (ours && (turn == null || !turn.isOf(event.source()))) {
            return;
        }
        if (turn != null && ours && !turn.acknowledged()) {
            turn.acknowledge();
            watch(turn, TO_BEGIN);
        }
        switch (event.kind()) {
            case USER_WORDS -> {
                if (!ours && pairs.event(event.text())) {
                    spokenTo(event.text());
                }
            }
            case AVATAR_SENTENCE -> sentence(turnOrNew(), event.text());
            case AVATAR_WORDS -> {
                if (pairs.event(event.text())) {
                    words(turnOrNew(), event.text());
                }
            }
            case AVATAR_STARTED -> started(turnOrNew());
            case AVATAR_ENDED -> {
                if (turn != null && turn.started()) {
                    end(false);
                }
            }
        }
    }

    /** What the provider's record has: of no effect where the room's events told it before. */
    void recorded(BrokeredLine.Said said) {
        if (said.text().isBlank() || !pairs.record(said.text())) {
            return;
        }
        if (!said.avatar()) {
            spokenTo(said.text());
            return;
        }
        var turn = turnOrNew();
        words(turn, said.text());
        started(turn);
        loop.after(RoomTurn.timeOf(said.text()), () -> {
            if (present == turn) {
                end(false);
            }
        });
    }

    void end(boolean interrupted) {
        var turn = present;
        if (turn == null) {
            return;
        }
        deadline.drop();
        present = null;
        note();
        var record = turn.ended(interrupted, loop.now());
        chronicle.write(journal -> journal.ended(record));
        circle.tell(new Told.TurnEnded(record));
        quiet.run();
        next();
    }

    private RoomTurn begin(List<Input> inputs) {
        var turn = new RoomTurn(++last, inputs, loop.now());
        present = turn;
        note();
        var at = loop.now();
        chronicle.write(journal -> journal.began(turn.number, inputs, at));
        circle.tell(new Told.TurnStarted(turn.number, inputs));
        watch(turn, TO_BEGIN);
        return turn;
    }

    private void ask(List<Input> inputs) {
        var turn = begin(inputs);
        pairs.event(turn.words());
        command(turn);
    }

    /** A person spoke to the avatar in the room: it answers without us. */
    private void spokenTo(String text) {
        end(present != null && present.started());
        var id = "room-" + (last + 1) + "-" + Integer.toHexString(text.hashCode());
        var input = new Input(id, text, Origin.SPOKEN, null, false, loop.now(), loop.now());
        waiting.meet(id);
        chronicle.write(journal -> journal.accepted(input));
        begin(List.of(input));
    }

    private RoomTurn turnOrNew() {
        return present == null ? begin(List.of()) : present;
    }

    private void command(RoomTurn turn) {
        turn.tries++;
        String id = turn.commandId();
        String words = turn.words();
        circle.send(
                turn.verbatim() ? VendorCommand.repeat(id, words) : VendorCommand.respond(id, words), turn.tries - 1);
        turn.sentAt(loop.now());
        watch(turn, TO_HEAR);
    }

    private void sentence(RoomTurn turn, String text) {
        int index = turn.sentence(text, loop.now());
        if (index >= 0) {
            chronicle.write(journal -> journal.sentence(turn.number, index, text));
            circle.tell(new Told.TurnToken(turn.number, text + " "));
            circle.tell(new Told.TurnSentence(turn.number, index, text));
            watch(turn, turn.started() ? TO_END : TO_BEGIN);
        }
    }

    private void words(RoomTurn turn, String text) {
        turn.answer(text);
        if (!turn.hasSentences()) {
            sentence(turn, text);
        }
        chronicle.write(journal -> journal.written(turn.number));
    }

    private void started(RoomTurn turn) {
        if (turn.start(loop.now())) {
            circle.tell(new Told.TurnSpeaking(turn.number));
            watch(turn, TO_END);
        }
    }

    private void note() {
        busy = present != null || !waiting.isEmpty();
    }

    private void skip(Input input, String reason) {
        chronicle.write(journal -> journal.skipped(input, reason));
        circle.tell(new Told.TurnSkipped(input.inputId(), reason, input.author()));
    }

    /** If nothing more comes of a turn, it is tried again by somebody else, or given up. */
    private void watch(RoomTurn turn, Duration patience) {
        deadline.set(patience, () -> late(turn));
    }

    private void late(RoomTurn turn) {
        if (present != turn) {
            return;
        }
        if (!turn.acknowledged() && !turn.inputs.isEmpty() && turn.tries < TRIES && inRoom && !circle.isEmpty()) {
            command(turn);
        } else {
            if (!turn.started()) {
                circle.tell(new Told.Trouble("avatar.no_start", "The avatar did not answer."));
            }
            end(!turn.started());
        }
    }
}
