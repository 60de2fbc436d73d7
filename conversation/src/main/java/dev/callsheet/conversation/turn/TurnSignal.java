package dev.callsheet.conversation.turn;

import org.jspecify.annotations.Nullable;

/** Something that bears on whose turn it is. */
public sealed interface TurnSignal {
    /** Words came in. */
    record Said(Input input) implements TurnSignal {}

    /** The journal knows these words: they were taken elsewhere before. */
    record Known(String inputId) implements TurnSignal {}

    /** A person wants silence. */
    record Interrupt() implements TurnSignal {}

    /** A person begins to speak. */
    record SpeechBegan() implements TurnSignal {}

    /** It was not speech, or nothing was understood. */
    record SpeechDropped() implements TurnSignal {}

    /** A turn has come to its end by itself. */
    record Done(int turn) implements TurnSignal {}

    /** The conversation is to end politely. @param last what is said at the very end; null for nothing */
    record Farewell(@Nullable Input last) implements TurnSignal {}

    /** The conversation ends here and now. */
    record Close() implements TurnSignal {}
}
