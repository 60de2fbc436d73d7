package dev.callsheet.avatar.outbound.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.conversation.line.LanguageModel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a streamed chat completion. Not thread-safe. */
final class ChatAnswer implements Call.Reader {
    private static final String DONE = "[DONE]";
    private static final int LONGEST_EVENT = 1 << 20;
    private static final Optional<Call.Failure> FINE = Optional.empty();

    private final LanguageModel.Sink sink;
    private final EventLines lines = new EventLines();
    private boolean said;
    private volatile boolean done;

    ChatAnswer(LanguageModel.Sink sink) {
        this.sink = sink;
    }

    @Override
    public Optional<Call.Failure> begins(HttpClientResponse response) {
        return FINE;
    }

    @Override
    public Optional<Call.Failure> piece(Buffer piece) {
        for (String data : lines.add(piece)) {
            var failure = done ? FINE : event(data);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return lines.waiting() > LONGEST_EVENT ? broken("unreadable", "sent an event without end") : FINE;
    }

    private Optional<Call.Failure> event(String data) {
        if (data.equals(DONE)) {
            done = true;
            sink.end();
            return FINE;
        }
        JsonNode event;
        try {
            event = Json.read(data.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableEvent e) {
            return broken("unreadable", "answered with something else than JSON");
        }
        if (event.has("error")) {
            return broken("failed", "broke off with an error");
        }
        JsonNode choice = event.path("choices").path(0);
        String token = choice.path("delta").path("content").asText("");
        if (!token.isEmpty()) {
            said = true;
            sink.token(token);
        }
        boolean filtered = choice.path("finish_reason").asText("").equals("content_filter");
        return filtered && !said ? broken("filtered", "gives no answer to these words") : FINE;
    }

    @Override
    public Optional<Call.Failure> end() {
        return done ? FINE : broken("unavailable", "broke off");
    }

    @Override
    public void failed(String code, String message) {
        // After the answer's own end, whatever happens to the connection is no trouble.
        if (!done) {
            sink.failed(code, message);
        }
    }

    @Override
    public boolean whole() {
        return done;
    }

    private static Optional<Call.Failure> broken(String word, String message) {
        return Optional.of(new Call.Failure(word, message));
    }
}
