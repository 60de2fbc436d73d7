package dev.callsheet.avatar.domain;

import java.util.function.Consumer;

/** Gives an answer its voice. */
public interface Speech {
    /**
     * Streams the voice as 24 kHz mono signed 16-bit little-endian PCM; blocks until it is complete. Interrupting the
     * thread cancels it.
     *
     * @throws AnswerTrouble if there is no voice
     */
    void say(String sentence, Consumer<byte[]> pcm);
}
