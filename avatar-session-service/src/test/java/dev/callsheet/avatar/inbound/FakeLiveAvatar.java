package dev.callsheet.avatar.inbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The provider as its pages describe it, at the wire: the sessions of LITE mode with their WebSocket, and an OpenAI-style
 * model and voice. It remembers what it was given and fails once when told to.
 */
final class FakeLiveAvatar implements AutoCloseable {
    static final String KEY = "fake-liveavatar-key";
    /** How often an answer says its sentence; each is a second of audio. */
    private static final int SENTENCES = 3;

    /** What is to go wrong with the next start. */
    enum Fault {
        NONE,
        BUSY,
        LOST_ANSWER
    }

    final Set<String> active = ConcurrentHashMap.newKeySet();
    final Map<String, AtomicInteger> keptAlive = new ConcurrentHashMap<>();
    final AtomicInteger starts = new AtomicInteger();
    /** Types and utterances in the order in which they came over the WebSocket. */
    final List<String> agentMessages = new CopyOnWriteArrayList<>();

    volatile Fault fault = Fault.NONE;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, ServerWebSocket> agents = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    FakeLiveAvatar() {
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0).setMaxWebSocketFrameSize(1 << 21);
        try {
            server = vertx.createHttpServer(options)
                    .requestHandler(request -> request.body().onSuccess(body -> answer(request, body.toString())))
                    .webSocketHandler(this::agent)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the fake does not start", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Cuts the agent's line of a session, as a network does. */
    void cutLine(String session) {
        agents.get(session).close((short) 1011, "keepalive ping timeout");
    }

    @Override
    public void close() {
        vertx.close();
    }

    private void answer(HttpServerRequest request, String text) {
        var body = text.isBlank() ? new JsonObject() : new JsonObject(text);
        String path = request.path();
        switch (path) {
            case "/v1/chat/completions" -> think(request.response());
            case "/v1/audio/speech" -> speak(request.response());
            case "/v1/sessions/start" -> start(request);
            default -> {
                if (!KEY.equals(request.getHeader("X-API-KEY"))) {
                    refuse(request.response(), 401, 4001, "Invalid authentication credentials");
                } else {
                    account(request, path, body);
                }
            }
        }
    }

    private void account(HttpServerRequest request, String path, JsonObject body) {
        String session = body.getString("session_id", "");
        switch (path) {
            case "/v1/sessions/token" -> token(request.response(), body);
            case "/v1/sessions/keep-alive" -> {
                keptAlive.computeIfAbsent(session, key -> new AtomicInteger()).incrementAndGet();
                data(request.response(), 200, new JsonObject());
            }
            case "/v1/sessions/stop" -> {
                active.remove(session);
                data(request.response(), 200, new JsonObject());
            }
            default -> detail(request.response(), path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void token(HttpServerResponse response, JsonObject body) {
        if (!body.getString("avatar_id", "").matches("[0-9a-f-]{36}")) {
            var detail = new JsonObject()
                    .put("loc", new JsonArray(List.of("body", "avatar_id")))
                    .put("msg", "Input should be a valid UUID");
            response.setStatusCode(422)
                    .end(new JsonObject()
                            .put("detail", new JsonArray().add(detail))
                            .encode());
            return;
        }
        String id = "s-" + numbers.incrementAndGet();
        tokens.put("token-" + id, id);
        data(response, 200, new JsonObject().put("session_id", id).put("session_token", "token-" + id));
    }

    private void start(HttpServerRequest request) {
        String bearer = String.valueOf(request.getHeader("Authorization"));
        String id = bearer.startsWith("Bearer ") ? tokens.remove(bearer.substring(7)) : null;
        Fault now = fault;
        fault = Fault.NONE;
        if (id == null) {
            refuse(request.response(), 401, 4001, "Invalid authentication credentials");
        } else if (now == Fault.BUSY) {
            refuse(request.response(), 403, 4032, "Session concurrency limit reached");
        } else {
            starts.incrementAndGet();
            active.add(id);
            if (now == Fault.LOST_ANSWER) {
                request.connection().close();
                return;
            }
            var data = new JsonObject()
                    .put("session_id", id)
                    .putNull("livekit_url")
                    .put("ws_url", url().replace("http", "ws") + "/agents/" + id)
                    .put("twin_whep_url", url() + "/whep/" + id);
            data(request.response(), 201, data);
        }
    }

    private void detail(HttpServerResponse response, String id) {
        var data = new JsonObject().put("id", id).put("credits_consumed", 1);
        data(response, 200, active.contains(id) ? data : data.put("end_reason", "USER_CLOSED"));
    }

    private void agent(ServerWebSocket socket) {
        String session = socket.path().substring(socket.path().lastIndexOf('/') + 1);
        agents.put(session, socket);
        var speaking = new String[] {""};
        socket.textMessageHandler(text -> {
            var message = new JsonObject(text);
            String type = message.getString("type");
            String utterance = message.getString("event_id", "");
            agentMessages.add(type + " " + utterance);
            if (type.equals("agent.speak") && !utterance.equals(speaking[0])) {
                speaking[0] = utterance;
                say(socket, "agent.speak_started", utterance);
            } else if (type.equals("agent.interrupt")) {
                speaking[0] = "";
            } else if (type.equals("agent.speak_end")) {
                vertx.setTimer(1500, timer -> {
                    if (utterance.equals(speaking[0])) {
                        say(socket, "agent.speak_ended", utterance);
                    }
                });
            }
        });
        vertx.setTimer(
                20, timer -> socket.writeTextMessage("{\"type\":\"session.state_updated\",\"state\":\"connected\"}"));
    }

    private static void say(ServerWebSocket socket, String type, String utterance) {
        socket.writeTextMessage(
                new JsonObject().put("type", type).put("event_id", utterance).encode());
    }

    private void think(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        for (int i = 0; i < SENTENCES; i++) {
            var delta = new JsonObject().put("content", "This is a sentence. ");
            var choice = new JsonObject().put("delta", delta);
            response.write("data: "
                    + new JsonObject()
                            .put("choices", new JsonArray().add(choice))
                            .encode() + "\n\n");
        }
        response.end("data: [DONE]\n\n");
    }

    private void speak(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "audio/pcm");
        response.write(io.vertx.core.buffer.Buffer.buffer(new byte[24_000]));
        vertx.setTimer(60, timer -> response.end(io.vertx.core.buffer.Buffer.buffer(new byte[24_000])));
    }

    private static void data(HttpServerResponse response, int status, JsonObject data) {
        response.setStatusCode(status)
                .end(new JsonObject()
                        .put("code", 1000)
                        .put("data", data)
                        .put("message", "ok")
                        .encode());
    }

    private static void refuse(HttpServerResponse response, int status, int code, String message) {
        response.setStatusCode(status)
                .end(new JsonObject()
                        .put("code", code)
                        .putNull("data")
                        .put("message", message)
                        .encode());
    }
}
