package dev.callsheet.chaos.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a viewer's browser does, as far as the session sees it: calls, a WebSocket, and its sudden end. */
final class Browser {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String ORDER = "{\"avatarId\":\"2b7e1516-28ae-42a6-8bf7-158809cf4f3c\",\"maxSeconds\":120}";

    private final HttpClient http;
    private final String key;
    private @Nullable WebSocket socket;
    private Instant lastSign = Instant.now();

    Browser(HttpClient http, String key) {
        this.http = http;
        this.key = key;
    }

    /** @param turns path and query of the WebSocket, good at every replica */
    record Joined(String sessionId, String turns) {}

    /** Null if the call was not answered well: the session may exist all the same. */
    @Nullable
    Joined start(String service, String idempotencyKey) throws InterruptedException {
        lastSign = Instant.now();
        JsonNode joined = call("POST", service + "/v1/sessions", idempotencyKey, ORDER);
        lastSign = Instant.now();
        if (joined == null || !joined.hasNonNull("turns")) {
            return null;
        }
        URI turns = URI.create(joined.path("turns").asText());
        return new Joined(joined.path("sessionId").asText(), turns.getRawPath() + "?" + turns.getRawQuery());
    }

    /** Whether the WebSocket could be opened there. */
    boolean watch(String service, String turns) throws InterruptedException {
        try {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(service.replace("http:", "ws:") + turns), new WebSocket.Listener() {})
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            lastSign = Instant.now();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    void say(String text) {
        var open = socket;
        if (open != null && !open.isOutputClosed()) {
            open.sendText("{\"type\":\"say\",\"text\":\"" + text + "\"}", true);
        }
    }

    /** Ends the session in order. Whether that was answered. */
    boolean end(String service, String sessionId) throws InterruptedException {
        lastSign = Instant.now();
        return call("DELETE", service + "/v1/sessions/" + sessionId, null, "") != null;
    }

    /** As a browser dies: the connection is cut. */
    void die() {
        var open = socket;
        if (open != null) {
            if (!open.isInputClosed()) {
                lastSign = Instant.now();
            }
            open.abort();
        }
    }

    /** The last moment at which it was there. */
    Instant lastSign() {
        return lastSign;
    }

    private @Nullable JsonNode call(String method, String url, @Nullable String idempotencyKey, String body)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("X-API-Key", key)
                .header("Content-Type", "application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            var answer = http.send(
                    request.method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() / 100 == 2 ? Json.read(answer.body()) : null;
        } catch (IOException e) {
            return null;
        }
    }
}
