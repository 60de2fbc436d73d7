package dev.callsheet.avatar.inbound;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;

/**
 * A viewer's side of a conversation: words and sound in at any moment, the turns' course out. As long as the viewer
 * answers our pings the session's lease is renewed; a viewer that is gone does not. All of it runs on the network's own
 * threads, so nothing here waits.
 */
@WebSocket(path = "/v1/sessions/{id}/turns")
public class TurnSocket {
    private static final TypedKey<TurnLine> LINE = new TypedKey<>("line");

    private final Reception reception;
    private final Pulse pulse;

    TurnSocket(Reception reception, Pulse pulse) {
        this.reception = reception;
        this.pulse = pulse;
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        reception.receive(connection).ifPresent(line -> connection.userData().put(LINE, line));
    }

    @OnTextMessage
    @NonBlocking
    void message(String text, WebSocketConnection connection) {
        var line = connection.userData().get(LINE);
        if (line != null) {
            line.text(text);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    void sound(Buffer pcm, WebSocketConnection connection) {
        var line = connection.userData().get(LINE);
        if (line != null) {
            line.sound(pcm.getBytes());
        }
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer data, WebSocketConnection connection) {
        var line = connection.userData().get(LINE);
        if (line != null) {
            pulse.beat(line.id());
        }
    }

    @OnClose
    @NonBlocking
    void close(WebSocketConnection connection) {
        var line = connection.userData().get(LINE);
        if (line != null) {
            reception.leave(line);
        }
    }
}
