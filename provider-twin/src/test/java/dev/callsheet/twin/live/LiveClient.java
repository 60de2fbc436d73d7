package dev.callsheet.twin.live;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The calls of a customer of the live product. */
final class LiveClient {
    static final Map<String, Object> LITE = Map.of("mode", "LITE", "avatar_id", TokenReader.SANDBOX_AVATAR);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private LiveClient() {}

    static RequestSpecification account() {
        return given().header("X-API-KEY", "twin-liveavatar-key").contentType("application/json");
    }

    static Response order(Map<String, Object> body) {
        return account().body(body).post("/v1/sessions/token");
    }

    static String token(Map<String, Object> body) {
        return order(body).then().statusCode(200).extract().path("data.session_token");
    }

    static Response start(String token) {
        return given().header("Authorization", "Bearer " + token).post("/v1/sessions/start");
    }

    static Response stop(String id) {
        return account().body(Map.of("session_id", id, "reason", "done")).post("/v1/sessions/stop");
    }

    static void arm(String fault, Map<String, Object> more) {
        var order = new HashMap<String, Object>(more);
        order.put("fault", fault);
        given().contentType("application/json")
                .body(order)
                .post("/twin/faults")
                .then()
                .statusCode(200);
    }

    /** What the twin saw of a session. */
    static Response seen(String id) {
        return given().get("/twin/live/" + id);
    }

    static String speak(String event, int millis) {
        byte[] pcm = new byte[millis * 48];
        Arrays.fill(pcm, (byte) 0x20);
        String audio = Base64.getEncoder().encodeToString(pcm);
        return "{\"type\":\"agent.speak\",\"event_id\":\"" + event + "\",\"audio\":\"" + audio + "\"}";
    }

    /** One WebSocket and what came over it. */
    static final class Wire implements WebSocket.Listener {
        final List<String> heard = new CopyOnWriteArrayList<>();
        volatile int closed;
        private final WebSocket socket;

        Wire(String url) {
            socket =
                    HTTP.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
        }

        void say(String text) {
            socket.sendText(text, true).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.add(data.toString());
            return WebSocket.Listener.super.onText(from, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = status;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = -1;
        }

        void awaits(String... parts) {
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() ->
                            heard.stream().anyMatch(m -> Arrays.stream(parts).allMatch(m::contains)));
        }

        void awaitsClose(int status) {
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> closed == status);
        }
    }
}
