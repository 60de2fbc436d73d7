package dev.callsheet.conversation.line;

/** The open way to an avatar. Calls do not block; what is given before the line stands waits. Thread-safe. */
public interface AvatarLine extends AutoCloseable {
    /** Gives audio (24 kHz mono signed 16-bit little-endian PCM, at most a second) for an utterance. */
    void speak(String utterance, byte[] pcm);

    /** The utterance has no more audio. */
    void speakEnd(String utterance);

    /** Silence now: what waits is dropped, here and there. */
    void interrupt();

    @Override
    void close();
}
