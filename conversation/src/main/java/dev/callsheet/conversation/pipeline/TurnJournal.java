package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conversation's memory beyond its process. Calls may block; they are made in order, beside the conversation. */
public interface TurnJournal {
    /** What a process before this one left. */
    Left open();

    /** Words were accepted; from now on they are answered or told as skipped, whatever dies. False if known already. */
    boolean accepted(Input input);

    /** Words are not answered. @param reason a stable dotted code */
    void skipped(Input input, String reason);

    void began(int turn, List<Input> inputs, Instant at);

    /** A sentence of the answer is complete. @param index from 0 */
    void sentence(int turn, int index, String text);

    /** The language model has ended: there are no more sentences. */
    void written(int turn);

    /** The avatar has spoken all sentences before this index. */
    void spoken(int turn, int before);

    void ended(TurnRecord turn);

    /**
     * @param open null if no turn was under way
     * @param waiting accepted and not begun
     * @param known the ids of the latest inputs that were taken
     */
    record Left(int lastTurn, List<Words> history, @Nullable OpenTurn open, List<Input> waiting, Set<String> known) {
        /** Nothing: a conversation that begins. */
        public static final Left NOTHING = new Left(0, List.of(), null, List.of(), Set.of());

        public Left {
            history = List.copyOf(history);
            waiting = List.copyOf(waiting);
            known = Set.copyOf(known);
        }
    }

    /** A turn that was cut off by the end of its process. @param written no more sentences would have come */
    record OpenTurn(int number, List<Input> inputs, List<String> sentences, int spoken, boolean written) {
        public OpenTurn {
            inputs = List.copyOf(inputs);
            sentences = List.copyOf(sentences);
        }
    }
}
