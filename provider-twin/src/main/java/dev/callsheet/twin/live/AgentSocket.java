package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.LiveFault;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final TypedKey<AgentLine> LINE = new TypedKey<>("line");

    private final Sessions sessions;
    private final Stages stages;
    private final LiveSettings settings;
    private final LiveFaults faults;
    private final Upgrades upgrades;
    private final ObjectMapper json;
    private final Vertx vertx;

    AgentSocket(
            Sessions sessions,
            Stages stages,
            LiveSettings settings,
            LiveFaults faults,
            Upgrades upgrades,
            ObjectMapper json,
            Vertx vertx) {
        this.sessions = sessions;
        this.stages = stages;
        this.settings = settings;
        this.faults = faults;
        this.upgrades = upgrades;
        this.json = json;
        this.vertx = vertx;
    }

    @OnOpen
    @RunOnVirtualThread
    void open(WebSocketConnection connection) {
        String id = connection.pathParam("session");
        String query =
                Optional.ofNullable(connection.handshakeRequest().query()).orElse("");
        var session = sessions.find(id).filter(s -> query.equals("token=" + s.token()));
        var agent = stages.find(id).flatMap(Show::agent);
        if (session.isEmpty() || agent.isEmpty()) {
            connection.closeAndAwait(new CloseReason(4401, "unknown session or token"));
            return;
        }
        var fault = faults.at(Door.LIVE_LINE, session.get());
        if (fault.filter(hit -> hit.fault() == LiveFault.LINE_REFUSED).isPresent()) {
            connection.closeAndAwait(new CloseReason(1011, "try again later"));
            return;
        }
        var line = new AgentLine(connection, upgrades.under(connection));
        fault.filter(hit -> hit.fault() == LiveFault.FORMAT_FORGOTTEN).ifPresent(hit -> line.forgetFormat());
        connection.userData().put(LINE, line);
        agent.get().connect(line);
        var late = fault.filter(hit -> hit.fault() == LiveFault.LINE_LATE)
                .map(hit -> hit.blow().lasts())
                .orElse(Duration.ZERO);
        long delay = Math.max(1, settings.connectDelay().plus(late).toMillis());
        vertx.setTimer(delay, timer -> {
            // Before it is told: who is told may speak at once.
            line.ready();
            agent.get().connected(line);
        });
    }

    @OnTextMessage
    @RunOnVirtualThread
    void message(String text, WebSocketConnection connection) {
        String id = connection.pathParam("session");
        var agent = stages.find(id).flatMap(Show::agent);
        var line = connection.userData().get(LINE);
        if (line == null || !line.isReady() || agent.isEmpty()) {
            LOG.debug("dropped a message before the connected state");
            return;
        }
        if (text.length() > LIMIT_BYTES && text.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
            LOG.debug("dropped a message over 1 MB");
            return;
        }
        try {
            act(json.readTree(text), agent.get(), line, id);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.debug("dropped an unreadable message");
        }
    }

    @OnClose
    @RunOnVirtualThread
    void close(WebSocketConnection connection) {
        var line = connection.userData().get(LINE);
        if (line != null) {
            stages.find(connection.pathParam("session"))
                    .flatMap(Show::agent)
                    .ifPresent(agent -> agent.disconnect(line));
        }
    }

    private void act(JsonNode message, Agent agent, AgentLine line, String sessionId) {
        switch (message.path("type").asText()) {
            case "start" -> line.announce(message);
            case "agent.speak" -> speak(message, agent, line, sessionId);
            case "agent.speak_end" -> agent.speakEnd();
            case "agent.interrupt" -> interrupt(agent, sessionId);
            case "session.keep_alive" -> sessions.keepAlive(sessionId);
            default -> LOG.debug("dropped a message of an unknown type");
        }
    }

    private void speak(JsonNode message, Agent agent, AgentLine line, String sessionId) {
        var fault = sessions.find(sessionId).flatMap(session -> faults.at(Door.LIVE_SPEAK, session));
        if (fault.isPresent()) {
            switch (fault.get().fault()) {
                case LINE_CLOSED -> line.close(1011, "keepalive ping timeout");
                case LINE_CUT -> line.cut();
                case SESSION_LOST -> sessions.end(sessionId, EndReason.SERVER_ERROR);
                case LINE_STALLED -> {
                    line.stall(fault.get().blow().lasts());
                    given(message, agent, line);
                }
                default -> LOG.debug("dropped a message by order");
            }
        } else {
            given(message, agent, line);
        }
    }

    private static void given(JsonNode message, Agent agent, AgentLine line) {
        agent.speak(message.path("event_id").asText(), message.path("audio").asText(), line.audible());
    }

    private void interrupt(Agent agent, String sessionId) {
        var fault = sessions.find(sessionId).flatMap(session -> faults.at(Door.LIVE_INTERRUPT, session));
        if (fault.isEmpty()) {
            agent.interrupt();
        } else if (fault.get().fault() == LiveFault.LATE_AUDIO) {
            agent.interruptWithEcho(fault.get().blow().lasts());
        }
    }
}
