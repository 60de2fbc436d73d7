package dev.callsheet.avatar.domain;

import java.time.Instant;

/** Something that happened in a conversation. What work on a turn reports carries that turn's number. */
public sealed interface TurnSignal {
    Instant at();

    /** A person's words are complete. */
    record Said(String text, Instant at) implements TurnSignal {}

    /** A person wants silence. */
    record Interrupt(Instant at) implements TurnSignal {}

    /** A piece of the answer's text. */
    record Token(int turn, String text, Instant at) implements TurnSignal {}

    /** A piece of the answer's voice: 24 kHz mono signed 16-bit little-endian PCM. */
    record Audio(int turn, byte[] pcm, Instant at) implements TurnSignal {}

    /** The answer has no more voice. */
    record AudioEnd(int turn, Instant at) implements TurnSignal {}

    /** The avatar speaks. */
    record AvatarStarted(int turn, Instant at) implements TurnSignal {}

    /** The avatar has said all it was given. */
    record AvatarEnded(int turn, Instant at) implements TurnSignal {}

    /** The turn cannot be brought to its end. */
    record Failed(int turn, String code, String message, Instant at) implements TurnSignal {}
}
