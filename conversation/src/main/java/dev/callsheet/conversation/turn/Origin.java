package dev.callsheet.conversation.turn;

/** Which way words came in. */
public enum Origin {
    /** Typed by a viewer. */
    TYPED,
    /** Said into a viewer's microphone. */
    SPOKEN,
    /** A partner's call. */
    REST,
    /** A partner's record. */
    KAFKA,
    /** A comment that was chosen among others. */
    COMMENT,
    /** A talking point of the session's plan. */
    SCRIPT,
    /** The house itself: disclosure, farewell. */
    SYSTEM
}
