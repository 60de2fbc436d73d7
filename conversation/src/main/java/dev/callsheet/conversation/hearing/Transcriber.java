package dev.callsheet.conversation.hearing;

import dev.callsheet.conversation.line.Work;
import org.jspecify.annotations.Nullable;

/** Makes text of speech. */
public interface Transcriber {
    /**
     * Starts to transcribe; the sink is called once, on any thread.
     *
     * @param pcm 16 kHz mono signed 16-bit little-endian
     * @param language BCP 47 tag of what is spoken; null if unknown
     */
    Work transcribe(byte[] pcm, @Nullable String language, Sink sink);

    /** Takes the text, or why there is none. */
    interface Sink {
        /** @param text empty if nothing was understood */
        void text(String text);

        /** @param code stable dotted code, {@code transcription.*} */
        void failed(String code, String message);
    }
}
