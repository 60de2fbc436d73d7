package dev.callsheet.conversation.hearing;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Has utterances transcribed and tells their words in the order they were said. Thread-safe. */
final class Interpreter implements AutoCloseable {
    /** Utterances in transcription at once; who says more is not waited for. */
    private static final int MOST = 4;

    private final Transcriber transcriber;
    private final @Nullable String language;
    private final InstantSource clock;
    private final Ear.Listener listener;
    private final InOrder order = new InOrder();

    Interpreter(Transcriber transcriber, @Nullable String language, InstantSource clock, Ear.Listener listener) {
        this.transcriber = transcriber;
        this.language = language;
        this.clock = clock;
        this.listener = listener;
    }

    /** @param pcm 16 kHz mono signed 16-bit little-endian */
    void interpret(byte[] pcm, Instant endOfSpeech) {
        if (order.size() >= MOST) {
            listener.trouble("hearing.too_many", "Too much was said at once; the last of it is dropped.");
            listener.speechDropped();
            return;
        }
        var place = order.next();
        place.by(transcriber.transcribe(pcm, language, new Transcriber.Sink() {
            @Override
            public void text(String text) {
                Instant transcribed = clock.instant();
                String words = text.strip();
                place.settle(
                        words.isEmpty()
                                ? listener::speechDropped
                                : () -> listener.heard(words, endOfSpeech, transcribed));
            }

            @Override
            public void failed(String code, String message) {
                place.settle(() -> {
                    listener.trouble(code, message);
                    listener.speechDropped();
                });
            }
        }));
    }

    @Override
    public void close() {
        order.close();
    }
}
