package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.conversation.hearing.Transcriber;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;

/** Reads the text of a transcription. Not thread-safe. */
final class TranscriptionAnswer implements Call.Reader {
    private static final int LONGEST = 1 << 20;
    private static final Optional<Call.Failure> FINE = Optional.empty();

    private final Transcriber.Sink sink;
    private final Buffer body = Buffer.buffer();

    TranscriptionAnswer(Transcriber.Sink sink) {
        this.sink = sink;
    }

    @Override
    public Optional<Call.Failure> begins(HttpClientResponse response) {
        return FINE;
    }

    @Override
    public Optional<Call.Failure> piece(Buffer piece) {
        body.appendBuffer(piece);
        return body.length() > LONGEST ? unreadable() : FINE;
    }

    @Override
    public Optional<Call.Failure> end() {
        try {
            var text = Json.read(body.getBytes()).path("text");
            if (!text.isTextual()) {
                return unreadable();
            }
            sink.text(text.asText());
            return FINE;
        } catch (UnreadableEvent e) {
            return unreadable();
        }
    }

    @Override
    public void failed(String code, String message) {
        sink.failed(code, message);
    }

    @Override
    public boolean whole() {
        return false;
    }

    private static Optional<Call.Failure> unreadable() {
        return Optional.of(new Call.Failure("unreadable", "answered with something else than a text"));
    }
}
