package dev.callsheet.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The avatar, the language model and the voice in their least form: each answers at once, or after the delay that it is
 * given, and notes for each turn when it was asked and when it answered. All on one event loop.
 */
final class Providers {
    /** Half a second and a bit of silence: one chunk for the avatar and a rest. */
    private static final Buffer VOICE = Buffer.buffer(new byte[48 * 600]);

    private static final Pattern KEY = Pattern.compile("s(\\d+)n\\d+");
    private static final int MOST_BYTES = 2_000_000;

    private final Vertx vertx;
    private final Map<Stage, Integer> delays = new EnumMap<>(Stage.class);
    private final Map<Integer, Turns> sessions = new HashMap<>();
    private final Map<String, Integer> issued = new HashMap<>();
    private final Map<String, Boolean> running = new HashMap<>();
    private final Map<String, ServerWebSocket> lines = new HashMap<>();
    private final HttpServer server;
    private long capMillis;
    private int legs;

    Providers(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxWebSocketMessageSize(MOST_BYTES)
                        .setMaxWebSocketFrameSize(MOST_BYTES))
                .requestHandler(this::answer)
                .webSocketHandler(this::avatar);
    }

    Future<HttpServer> listen(int port) {
        return server.listen(port, "127.0.0.1");
    }

    /** Milliseconds from now on; a stage that is not named answers at once. */
    void delays(Map<Stage, Integer> next) {
        delays.clear();
        delays.putAll(next);
    }

    /** From now on a session is ended after this time, and says so at its start; 0 for never. */
    void cap(long millis) {
        capMillis = millis;
    }

    /** Sessions that were started so far. */
    int legs() {
        return legs;
    }

    /** The turns of a session; its avatar's id is {@code bench-<number>}. */
    Turns turns(int session) {
        return sessions.computeIfAbsent(session, _ -> new Turns());
    }

    /** Sessions whose meter runs. */
    long active() {
        return running.values().stream().filter(on -> on).count();
    }

    private void answer(HttpServerRequest call) {
        call.body().onSuccess(body -> {
            String path = call.path();
            switch (path) {
                case "/v1/sessions/token" -> token(call, Json.read(body.getBytes()));
                case "/v1/sessions/start" -> start(call);
                case "/v1/sessions/stop" -> {
                    running.put(Json.read(body.getBytes()).path("session_id").asText(), false);
                    data(call, 200, new JsonObject());
                }
                case "/v1/sessions/keep-alive" -> data(call, 200, new JsonObject());
                case "/v1/users/credits" -> data(call, 200, new JsonObject().put("credits_left", 1_000_000));
                case "/v1/sessions" -> data(call, 200, new JsonObject().put("results", java.util.List.of()));
                case "/v1/chat/completions" -> think(call, body.toString());
                case "/v1/audio/speech" -> speak(call, body.toString());
                default -> detail(call, path.substring(path.lastIndexOf('/') + 1));
            }
        });
    }

    private void token(HttpServerRequest call, JsonNode order) {
        String avatar = order.path("avatar_id").asText();
        int session = Integer.parseInt(avatar.substring(avatar.lastIndexOf('-') + 1));
        String id = "provider-" + session + "-" + issued.size();
        issued.put(id, session);
        data(call, 200, new JsonObject().put("session_id", id).put("session_token", id));
    }

    private void start(HttpServerRequest call) {
        String id = call.getHeader("Authorization").substring("Bearer ".length());
        running.put(id, true);
        legs++;
        var started = new JsonObject()
                .put("session_id", id)
                .put("ws_url", "ws://127.0.0.1:" + call.localAddress().port() + "/agent/" + id);
        if (capMillis > 0) {
            started.put("max_session_duration", capMillis / 1000);
            vertx.setTimer(capMillis, _ -> end(id));
        }
        data(call, 201, started);
    }

    private void end(String id) {
        if (running.getOrDefault(id, false)) {
            running.put(id, false);
            ServerWebSocket line = lines.remove(id);
            if (line != null && !line.isClosed()) {
                line.writeTextMessage("{\"type\":\"session.stopped\",\"end_reason\":\"MAX_DURATION_REACHED\"}");
                line.close();
            }
        }
    }

    private void detail(HttpServerRequest call, String id) {
        boolean on = running.getOrDefault(id, false);
        data(
                call,
                200,
                new JsonObject().put("id", id).put("credits_consumed", 1).put("end_reason", on ? null : "USER_CLOSED"));
    }

    private void think(HttpServerRequest call, String body) {
        Matcher key = last(body);
        Turns turns = turns(Integer.parseInt(key.group(1)));
        turns.begin(Stage.MODEL, System.nanoTime());
        String words = "You said " + key.group() + " to me.";
        var event = new JsonObject()
                .put(
                        "choices",
                        java.util.List.of(
                                new JsonObject().put("index", 0).put("delta", new JsonObject().put("content", words))));
        var response = call.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        later(Stage.MODEL, () -> {
            response.write("data: " + event.encode() + "\n\n");
            response.end("data: [DONE]\n\n");
            turns.end(Stage.MODEL, System.nanoTime());
        });
    }

    private void speak(HttpServerRequest call, String body) {
        Turns turns = turns(Integer.parseInt(last(body).group(1)));
        turns.begin(Stage.VOICE, System.nanoTime());
        var response = call.response().putHeader("Content-Type", "audio/pcm");
        later(Stage.VOICE, () -> {
            response.end(VOICE);
            turns.end(Stage.VOICE, System.nanoTime());
        });
    }

    private void avatar(ServerWebSocket line) {
        String id = line.path().substring(line.path().lastIndexOf('/') + 1);
        lines.put(id, line);
        line.closeHandler(_ -> lines.remove(id, line));
        Turns turns = turns(issued.get(id));
        line.writeTextMessage("{\"type\":\"session.state_updated\",\"state\":\"connected\"}");
        var said = new Utterances(line, turns);
        line.textMessageHandler(said::hear);
    }

    /** What one avatar was given; it says that it speaks with the first chunk, and that it ended with the last. */
    private final class Utterances {
        private final ServerWebSocket line;
        private final Turns turns;
        private String current = "";

        Utterances(ServerWebSocket line, Turns turns) {
            this.line = line;
            this.turns = turns;
        }

        void hear(String text) {
            var message = new JsonObject(text);
            String id = message.getString("event_id", "");
            switch (message.getString("type", "")) {
                case "agent.speak" -> {
                    if (!id.equals(current)) {
                        current = id;
                        turns.begin(Stage.AVATAR, System.nanoTime());
                        later(Stage.AVATAR, () -> {
                            turns.end(Stage.AVATAR, System.nanoTime());
                            tell("agent.speak_started", id);
                        });
                    }
                }
                case "agent.speak_end" -> later(Stage.AVATAR, () -> tell("agent.speak_ended", current));
                default -> {
                    // Formats, interrupts and signs of life need no answer.
                }
            }
        }

        private void tell(String type, String id) {
            if (!line.isClosed()) {
                line.writeTextMessage(
                        new JsonObject().put("type", type).put("event_id", id).encode());
            }
        }
    }

    private void later(Stage stage, Runnable what) {
        int delay = delays.getOrDefault(stage, 0);
        if (delay == 0) {
            what.run();
        } else {
            vertx.setTimer(delay, _ -> what.run());
        }
    }

    /** The last turn that a body names: earlier ones stand there as history. */
    private static Matcher last(String body) {
        Matcher key = KEY.matcher(body);
        int from = -1;
        while (key.find()) {
            from = key.start();
        }
        if (from < 0 || !key.find(from)) {
            throw new IllegalStateException("a provider was asked about no turn: " + body);
        }
        return key;
    }

    private static void data(HttpServerRequest call, int status, JsonObject data) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("code", 1000)
                        .put("data", data)
                        .put("message", "ok")
                        .encode());
    }
}
