package dev.callsheet.conversation.line;

/** Gives an answer its voice. */
public interface Speech {
    /** Starts to speak one sentence. The sink is called on any thread; after {@code end} or {@code failed} no more. */
    Work say(String sentence, Sink sink);

    /** Takes the voice as it comes: 24 kHz mono signed 16-bit little-endian PCM, pieces of any length. */
    interface Sink {
        void pcm(byte[] samples);

        void end();

        /** @param code stable dotted code, {@code speech.*} */
        void failed(String code, String message);
    }
}
