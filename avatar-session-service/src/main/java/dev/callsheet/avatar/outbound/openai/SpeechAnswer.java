package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.conversation.line.Speech;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.Locale;
import java.util.Optional;

/** Reads streamed PCM and gives whole samples on. Not thread-safe. */
final class SpeechAnswer implements Call.Reader {
    /** Five minutes; a sentence is shorter. */
    private static final long LONGEST = 5 * 60 * 48_000L;

    private static final Optional<Call.Failure> FINE = Optional.empty();

    private final Speech.Sink sink;
    private Buffer half = Buffer.buffer();
    private long bytes;

    SpeechAnswer(Speech.Sink sink) {
        this.sink = sink;
    }

    @Override
    public Optional<Call.Failure> begins(HttpClientResponse response) {
        String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
        boolean words = type.toLowerCase(Locale.ROOT).matches("(text/|application/(json|xml|xhtml)).*");
        return words ? broken("unreadable", "answered with " + type.split(";")[0] + " instead of sound") : FINE;
    }

    @Override
    public Optional<Call.Failure> piece(Buffer piece) {
        bytes += piece.length();
        if (bytes > LONGEST) {
            return broken("too_long", "speaks without end");
        }
        Buffer all = half.length() == 0 ? piece : half.appendBuffer(piece);
        int whole = all.length() & ~1;
        half = all.getBuffer(whole, all.length());
        if (whole > 0) {
            sink.pcm(all.getBytes(0, whole));
        }
        return FINE;
    }

    @Override
    public Optional<Call.Failure> end() {
        if (bytes == 0) {
            return broken("empty", "gave no sound");
        }
        sink.end();
        return FINE;
    }

    @Override
    public void failed(String code, String message) {
        sink.failed(code, message);
    }

    @Override
    public boolean whole() {
        return false;
    }

    private static Optional<Call.Failure> broken(String word, String message) {
        return Optional.of(new Call.Failure(word, message));
    }
}
