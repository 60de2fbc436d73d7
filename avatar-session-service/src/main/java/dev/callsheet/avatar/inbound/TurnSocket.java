package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.UnreadableEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's side of a conversation: words in at any moment, the turns' course out. As long as the viewer answers our
 * pings the session's lease is renewed; a viewer that is gone does not.
 */
@WebSocket(path = "/v1/sessions/{id}/turns")
public class TurnSocket {
    private static final TypedKey<SocketViewer> VIEWER = new TypedKey<>("viewer");
    private static final String ACCESS = "access=";
    private static final int LONGEST_TEXT = 2000;

    private final Conversations conversations;
    private final SessionDesk desk;
    private final ViewerPass passes;

    TurnSocket(Conversations conversations, SessionDesk desk, ViewerPass passes) {
        this.conversations = conversations;
        this.desk = desk;
        this.passes = passes;
    }

    @OnOpen
    @RunOnVirtualThread
    void open(WebSocketConnection connection) {
        var viewer = new SocketViewer(connection);
        var id = id(connection);
        if (id == null || !passes.admits(id, pass(connection))) {
            viewer.trouble("auth.pass", "This address does not let you into the session (any more).");
            connection.closeAndAwait(new CloseReason(4401, "no access"));
            return;
        }
        connection.userData().put(VIEWER, viewer);
        if (!conversations.join(id, viewer)) {
            viewer.trouble("session.not_live", "The session is not live.");
            connection.closeAndAwait(new CloseReason(4404, "not live"));
            return;
        }
        desk.renew(id);
    }

    @OnTextMessage
    @RunOnVirtualThread
    void message(String text, WebSocketConnection connection) {
        var viewer = connection.userData().get(VIEWER);
        var id = id(connection);
        if (viewer == null || id == null) {
            return;
        }
        try {
            act(id, viewer, Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableEvent e) {
            viewer.trouble("message.unreadable", "The message is not JSON.");
        }
    }

    @OnPongMessage
    @RunOnVirtualThread
    void pong(Buffer data, WebSocketConnection connection) {
        var id = id(connection);
        if (id != null && connection.userData().get(VIEWER) != null) {
            desk.renew(id);
        }
    }

    @OnClose
    @RunOnVirtualThread
    void close(WebSocketConnection connection) {
        var viewer = connection.userData().get(VIEWER);
        var id = id(connection);
        if (viewer != null && id != null) {
            conversations.leave(id, viewer);
        }
    }

    private void act(SessionId id, SocketViewer viewer, JsonNode message) {
        switch (message.path("type").asText()) {
            case "say" -> {
                String text = message.path("text").asText("");
                if (text.isBlank() || text.length() > LONGEST_TEXT) {
                    viewer.trouble("message.text", "text: allowed are 1 to " + LONGEST_TEXT + " characters.");
                } else if (!conversations.say(id, text)) {
                    viewer.trouble("session.not_live", "The session is not live.");
                }
            }
            case "interrupt" -> conversations.interrupt(id);
            default -> viewer.trouble("message.type", "type: allowed are say and interrupt.");
        }
    }

    private static @Nullable SessionId id(WebSocketConnection connection) {
        try {
            return new SessionId(UUID.fromString(connection.pathParam("id")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String pass(WebSocketConnection connection) {
        String query =
                Optional.ofNullable(connection.handshakeRequest().query()).orElse("");
        for (String part : query.split("&")) {
            if (part.startsWith(ACCESS)) {
                return part.substring(ACCESS.length());
            }
        }
        return "";
    }
}
