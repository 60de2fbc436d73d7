package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A conversation over a live session's WebSocket. It outlives the service: a line that breaks is opened again, goes on
 * after the last message that was taken, and says again what may not have been heard; that is answered once.
 */
public final class LiveTalk implements AutoCloseable {
    private static final String GONE = "gone";
    /** The line is over for good: said farewell, no access, no such session. */
    private static final Set<Integer> FINAL = Set.of(1000, 4401, 4404);

    private final Web web;
    private final String address;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private WebSocket socket;
    private String cursor = "";
    private int said;
    private @Nullable Map<String, String> unheard;

    private LiveTalk(Web web, String address) {
        this.web = web;
        this.address = address;
        this.socket = open();
    }

    /** @param address as the session's start gave it, with the pass in it */
    public static LiveTalk join(Web web, String address) {
        return new LiveTalk(web, address);
    }

    /** Says something to the avatar. */
    public void say(String text) {
        said++;
        unheard = Map.of("type", "say", "id", "words-" + said, "text", text);
        send(unheard);
    }

    /** Stops the avatar's answer. */
    public void interrupt() {
        send(Map.of("type", "interrupt"));
    }

    /** The next message of a type; others before it are passed over. @throws StackFailure if it does not come in time */
    public JsonNode await(String type, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        JsonNode message;
        do {
            message = next(end, type, limit);
            take(message, end);
        } while (!message.path("type").asText().equals(type));
        return message;
    }

    private JsonNode next(long end, String type, Duration limit) {
        try {
            JsonNode message = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new StackFailure("the session did not say '" + type + "' within " + limit.toSeconds() + " s");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while talking", e);
        }
    }

    private void take(JsonNode message, long end) {
        cursor = message.path("cursor").asText(cursor);
        switch (message.path("type").asText()) {
            case "problem" -> {
                if (!message.path("code").asText().equals("session.elsewhere")) {
                    throw new StackFailure(
                            "the session said: " + message.path("message").asText());
                }
            }
            case "session.ended" ->
                throw new StackFailure(
                        "the session has ended: " + message.path("reason").asText());
            case "turn.started", "turn.queued" -> unheard = null;
            case GONE -> again(message.path("status").asInt(), end);
            default -> {}
        }
    }

    private void again(int status, long end) {
        if (FINAL.contains(status)) {
            throw new StackFailure("the session's WebSocket is closed with " + status);
        }
        while (true) {
            try {
                socket = open();
                if (unheard != null) {
                    send(unheard);
                }
                return;
            } catch (StackFailure e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Patience.rest();
            }
        }
    }

    private WebSocket open() {
        String after = cursor.isEmpty() ? "" : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        try {
            return web.http()
                    .newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .buildAsync(URI.create(address + after), new Ear(heard))
                    .join();
        } catch (CompletionException e) {
            throw new StackFailure(
                    "the session's WebSocket cannot be joined: " + e.getCause().getMessage(), e);
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
            // What came over the line tells that it is gone; the next wait opens it again.
            socket.abort();
        }
    }

    /** Puts what is heard in a queue. */
    private record Ear(BlockingQueue<JsonNode> heard, StringBuilder partial) implements WebSocket.Listener {
        private static final int BROKEN = 1006;

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
            gone(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            gone(BROKEN);
        }

        private void gone(int status) {
            heard.add(Json.mapper().createObjectNode().put("type", GONE).put("status", status));
        }
    }
}
