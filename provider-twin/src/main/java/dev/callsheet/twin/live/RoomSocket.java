package dev.callsheet.twin.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The two topics of FULL over a plain WebSocket: what comes in is {@code agent-control}, what goes out
 * {@code agent-response}. The twin's own, for who has no LiveKit client; the real product has nothing like it.
 */
@WebSocket(path = "/v1/rooms/{session}")
public class RoomSocket {
    private static final Logger LOG = Logger.getLogger(RoomSocket.class);
    private static final TypedKey<Runnable> LEAVE = new TypedKey<>("leave");

    private final Sessions sessions;
    private final Stages stages;

    RoomSocket(Sessions sessions, Stages stages) {
        this.sessions = sessions;
        this.stages = stages;
    }

    @OnOpen
    @RunOnVirtualThread
    void open(WebSocketConnection connection) {
        String id = connection.pathParam("session");
        String query =
                Optional.ofNullable(connection.handshakeRequest().query()).orElse("");
        boolean known = sessions.find(id)
                .filter(session -> query.equals("token=" + session.token()))
                .isPresent();
        var host = stages.find(id).flatMap(Show::host);
        if (!known || host.isEmpty()) {
            connection.closeAndAwait(new CloseReason(4401, "unknown session or token"));
            return;
        }
        var leave = host.get()
                .join(message -> connection
                        .sendText(message)
                        .subscribe()
                        .with(sent -> {}, lost -> LOG.debug("somebody in the room is gone")));
        connection.userData().put(LEAVE, leave);
    }

    @OnTextMessage
    @RunOnVirtualThread
    void message(String text, WebSocketConnection connection) {
        stages.find(connection.pathParam("session")).flatMap(Show::host).ifPresent(host -> host.control(text));
    }

    @OnClose
    @RunOnVirtualThread
    void close(WebSocketConnection connection) {
        var leave = connection.userData().get(LEAVE);
        if (leave != null) {
            leave.run();
        }
    }
}
