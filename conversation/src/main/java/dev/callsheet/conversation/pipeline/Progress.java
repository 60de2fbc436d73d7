package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.TurnRecord;

/** What comes of a turn at work; told on the loop. */
interface Progress {
    void token(String text);

    /** A sentence is complete. */
    void sentence(int index, String text);

    void written();

    /** The avatar is seen speaking, for the first time in this turn. */
    void speaks();

    /** This sentence begins to be heard. */
    void hears(int index, String text);

    void trouble(String code, String message);

    /** It is over by itself. */
    void over(TurnRecord record);
}
