package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The agent's WebSocket of LITE mode. As with the real product a message before state {@code connected}, one over 1 MB
 * and one that is not understood is dropped without a word.
 */
@WebSocket(path = "/v1/agents/{session}")
public class AgentSocket {
    private static final Logger LOG = Logger.getLogger(AgentSocket.class);
    private static final int LIMIT_BYTES = 1_000_000;
    private static final TypedKey<Boolean> READY = TypedKey.forBoolean("ready");
    private static final TypedKey<Line> LINE = new TypedKey<>("line");

    private final Sessions sessions;
    private final Stages stages;
    private final LiveSettings settings;
    private final ObjectMapper json;
    private final Vertx vertx;

    AgentSocket(Sessions sessions, Stages stages, LiveSettings settings, ObjectMapper json, Vertx vertx) {
        this.sessions = sessions;
        this.stages = stages;
        this.settings = settings;
        this.json = json;
        this.vertx = vertx;
    }

    @OnOpen
    @Blocking
    void open(WebSocketConnection connection) {
        String id = connection.pathParam("session");
        String query =
                Optional.ofNullable(connection.handshakeRequest().query()).orElse("");
        boolean known = sessions.find(id)
                .filter(s -> query.equals("token=" + s.token()))
                .isPresent();
        var stage = stages.find(id);
        if (!known || stage.isEmpty()) {
            connection.closeAndAwait(new CloseReason(4401, "unknown session or token"));
            return;
        }
        var line = new Line(connection);
        connection.userData().put(LINE, line);
        stage.get().connect(line);
        long delay = Math.max(1, settings.connectDelay().toMillis());
        vertx.setTimer(delay, timer -> {
            if (stage.get().connected(line)) {
                connection.userData().put(READY, true);
            }
        });
    }

    @OnTextMessage
    @Blocking
    void message(String text, WebSocketConnection connection) {
        String id = connection.pathParam("session");
        var stage = stages.find(id);
        if (connection.userData().get(READY) == null || stage.isEmpty()) {
            LOG.debug("dropped a message before the connected state");
            return;
        }
        if (text.length() > LIMIT_BYTES && text.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
            LOG.debug("dropped a message over 1 MB");
            return;
        }
        try {
            act(json.readTree(text), stage.get(), id);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.debug("dropped an unreadable message");
        }
    }

    @OnClose
    @Blocking
    void close(WebSocketConnection connection) {
        var line = connection.userData().get(LINE);
        if (line != null) {
            stages.find(connection.pathParam("session")).ifPresent(stage -> stage.disconnect(line));
        }
    }

    private void act(JsonNode message, Stage stage, String sessionId) {
        switch (message.path("type").asText()) {
            case "agent.speak" -> {
                byte[] pcm = Base64.getDecoder().decode(message.path("audio").asText());
                // Half a sample would shift all that follow by a byte: noise instead of a voice.
                if (pcm.length > 0 && pcm.length % 2 == 0) {
                    stage.speak(message.path("event_id").asText(), pcm);
                }
            }
            case "agent.speak_end" -> stage.speakEnd();
            case "agent.interrupt" -> stage.interrupt();
            case "session.keep_alive" -> sessions.keepAlive(sessionId);
            default -> LOG.debug("dropped a message of an unknown type");
        }
    }

    /** The connection as the stage sees it. Identity counts: one line per connection. */
    private static final class Line implements Stage.AgentLine {
        private final WebSocketConnection connection;

        Line(WebSocketConnection connection) {
            this.connection = connection;
        }

        @Override
        public void send(String message) {
            connection.sendText(message).subscribe().with(sent -> {}, lost -> LOG.debug("the agent is gone"));
        }

        @Override
        public void close() {
            connection.close().subscribe().with(closed -> {}, lost -> LOG.debug("the agent is gone"));
        }
    }
}
