package dev.callsheet.conversation.turn;

import java.util.List;

/** What follows from a {@link TurnSignal}, to be carried out in this order. */
public sealed interface TurnFact {
    /** These words will be answered, or told as skipped. */
    record Accepted(Input input) implements TurnFact {}

    /** They wait. @param place from 1 */
    record Queued(Input input, int place) implements TurnFact {}

    /** They are not answered. @param reason a stable dotted code */
    record Skipped(Input input, String reason) implements TurnFact {}

    /** A turn begins. */
    record Began(int turn, List<Input> inputs) implements TurnFact {
        public Began {
            inputs = List.copyOf(inputs);
        }
    }

    /** A turn ends before its time: its work stops, and the avatar is silent. */
    record Cut(int turn) implements TurnFact {}

    /** The avatar is silent for now. */
    record Hushed(int turn) implements TurnFact {}

    /** It takes up what it was saying, with the sentence that was cut. */
    record Resumed(int turn) implements TurnFact {}

    /** It speaks to the end of its sentence and no further. */
    record Finishing(int turn) implements TurnFact {}

    /** All was said: nothing comes any more. */
    record Parted() implements TurnFact {}
}
