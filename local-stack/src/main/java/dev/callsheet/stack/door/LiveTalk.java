package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A conversation over a live session's WebSocket. */
public final class LiveTalk implements AutoCloseable {
    private static final String GONE = "gone";

    private final WebSocket socket;
    private final BlockingQueue<JsonNode> heard;

    private LiveTalk(WebSocket socket, BlockingQueue<JsonNode> heard) {
        this.socket = socket;
        this.heard = heard;
    }

    /** @param address as the session's start gave it, with the pass in it */
    public static LiveTalk join(Web web, String address) {
        BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        try {
            WebSocket socket = web.http()
                    .newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .buildAsync(URI.create(address), new Ear(heard))
                    .join();
            return new LiveTalk(socket, heard);
        } catch (CompletionException e) {
            throw new StackFailure(
                    "the session's WebSocket cannot be joined: " + e.getCause().getMessage(), e);
        }
    }

    /** Says something to the avatar. */
    public void say(String text) {
        send(Map.of("type", "say", "text", text));
    }

    /** Stops the avatar's answer. */
    public void interrupt() {
        send(Map.of("type", "interrupt"));
    }

    /** The next message of a type; others before it are passed over. @throws StackFailure if it does not come in time */
    public JsonNode await(String type, Duration limit) {
        return await(message -> message.path("type").asText().equals(type), "'" + type + "'", limit);
    }

    private JsonNode await(Predicate<JsonNode> wanted, String what, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            JsonNode message;
            do {
                message = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    throw new StackFailure("the session did not say " + what + " within " + limit.toSeconds() + " s");
                }
                switch (message.path("type").asText()) {
                    case "problem" ->
                        throw new StackFailure(
                                "the session said: " + message.path("message").asText());
                    case GONE -> throw new StackFailure("the session's WebSocket is gone");
                    default -> {}
                }
            } while (!wanted.test(message));
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while talking", e);
        }
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done");
        socket.abort();
    }

    private void send(Map<String, String> message) {
        try {
            socket.sendText(Json.text(message), true).join();
        } catch (CompletionException e) {
            throw new StackFailure(
                    "the session's WebSocket is gone: " + e.getCause().getMessage(), e);
        }
    }

    /** Puts what is heard in a queue. */
    private record Ear(BlockingQueue<JsonNode> heard, StringBuilder partial) implements WebSocket.Listener {
        Ear(BlockingQueue<JsonNode> heard) {
            this(heard, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            partial.append(part);
            if (last) {
                heard.add(Json.read(partial.toString().getBytes(StandardCharsets.UTF_8)));
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            gone();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            gone();
        }

        private void gone() {
            heard.add(Json.mapper().createObjectNode().put("type", GONE));
        }
    }
}
