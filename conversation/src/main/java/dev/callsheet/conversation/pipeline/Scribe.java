package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the journal in order, beside the conversation: a slow table delays no word. What cannot be written is not
 * remembered beyond this process, and the conversation goes on.
 */
final class Scribe {
    private static final Logger LOG = System.getLogger(Scribe.class.getName());

    private final TurnJournal journal;
    private final Loop loop;
    private final Mailbox desk;

    Scribe(TurnJournal journal, Loop loop, Mailbox desk) {
        this.journal = journal;
        this.loop = loop;
        this.desk = desk;
    }

    /** Reads what was left; both are called on the loop. */
    void open(Consumer<TurnJournal.Left> opened, Runnable failed) {
        desk.execute(() -> {
            try {
                var left = journal.open();
                loop.execute(() -> opened.accept(left));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the journal of a conversation cannot be read yet", e);
                loop.execute(failed);
            }
        });
    }

    /** @param known called on the loop if the words had been taken before */
    void accepted(Input input, Runnable known) {
        write(() -> {
            if (!journal.accepted(input)) {
                loop.execute(known);
            }
        });
    }

    void skipped(Input input, String reason) {
        write(() -> journal.skipped(input, reason));
    }

    void began(int turn, List<Input> inputs) {
        var at = loop.now();
        write(() -> journal.began(turn, inputs, at));
    }

    void sentence(int turn, int index, String text) {
        write(() -> journal.sentence(turn, index, text));
    }

    void written(int turn) {
        write(() -> journal.written(turn));
    }

    void spoken(int turn, int before) {
        write(() -> journal.spoken(turn, before));
    }

    void ended(TurnRecord turn) {
        write(() -> journal.ended(turn));
    }

    /** Runs it when all before is written. */
    void then(Runnable done) {
        desk.execute(done);
    }

    private void write(Runnable entry) {
        desk.execute(() -> {
            try {
                entry.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a line of a conversation's journal is not written", e);
            }
        });
    }
}
