package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A viewer's WebSocket. */
final class Talk implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private volatile int closed;
    private @Nullable WebSocket socket;

    static Talk join(HttpClient http, String address) {
        return join(http, address, null);
    }

    /** @param origin of the page, as a browser would tell */
    static Talk join(HttpClient http, String address, @Nullable String origin) {
        var talk = new Talk();
        var builder = http.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        talk.socket = builder.buildAsync(URI.create(address), talk).join();
        return talk;
    }

    /** All that was told so far. */
    List<JsonNode> heard() {
        return heard;
    }

    /** Waits for the first message of this type. */
    JsonNode await(String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> heard.stream()
                                .filter(m -> m.path("type").asText().equals(type))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Sends sound. */
    void sound(byte[] pcm) {
        if (socket != null) {
            socket.sendBinary(ByteBuffer.wrap(pcm), true).join();
        }
    }

    void say(String text) {
        send(Map.of("type", "say", "text", text));
    }

    void send(Map<String, String> message) {
        if (socket != null) {
            socket.sendText(Json.text(message), true).join();
        }
    }

    /** Waits for a message of this type about this turn. */
    JsonNode await(String type, int turn) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> find(type, turn), Optional::isPresent)
                .orElseThrow();
    }

    Optional<JsonNode> find(String type, int turn) {
        return heard.stream()
                .filter(m ->
                        m.path("type").asText().equals(type) && m.path("turn").asInt() == turn)
                .findFirst();
    }

    int closeCode() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(Json.read(part.toString().getBytes(StandardCharsets.UTF_8)));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = status;
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
