package dev.callsheet.avatar.domain;

/** What follows from a signal, to be carried out in this order. */
public sealed interface TurnFact {
    int turn();

    /** A turn begins: the words are to be answered. */
    record Began(int turn, String text) implements TurnFact {}

    /** Text for the viewers. */
    record Told(int turn, String text) implements TurnFact {}

    /** Audio for the avatar. */
    record Spoken(int turn, byte[] pcm) implements TurnFact {}

    /** The avatar has been given all. */
    record Given(int turn) implements TurnFact {}

    /** The avatar is seen speaking. */
    record Appeared(int turn) implements TurnFact {}

    /** The work on this turn is to stop. */
    record Dropped(int turn) implements TurnFact {}

    /** The avatar is to be silent now. */
    record Hushed(int turn) implements TurnFact {}

    /** The viewers are to know what went wrong. */
    record Troubled(int turn, String code, String message) implements TurnFact {}

    /** The turn is over. */
    record Ended(int turn, boolean interrupted, Timeline timeline) implements TurnFact {}
}
