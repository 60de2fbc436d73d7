package dev.callsheet.conversation.turn;

/** What becomes of words that come while the avatar answers others. */
public enum TurnPolicy {
    /** They cut the answer short. */
    INTERRUPT,
    /** They wait until it is spoken. */
    QUEUE,
    /** They wait, and all that wait are answered together. */
    MERGE
}
