package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Timeline;
import dev.callsheet.avatar.live.Viewer;
import dev.callsheet.contracts.Json;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A viewer behind a WebSocket. One that cannot be reached misses what it is told; its lease tells the rest. */
final class SocketViewer implements Viewer {
    private static final Logger LOG = Logger.getLogger(SocketViewer.class);

    private final WebSocketConnection connection;

    SocketViewer(WebSocketConnection connection) {
        this.connection = connection;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Message(
            String type,
            @Nullable Integer turn,
            @Nullable String text,
            @Nullable Boolean interrupted,
            SessionViews.@Nullable TimelineView timeline,
            @Nullable String code,
            @Nullable String message,
            @Nullable String reason) {
        static Message of(String type, int turn, @Nullable String text) {
            return new Message(type, turn, text, null, null, null, null, null);
        }
    }

    @Override
    public void turnStarted(int turn) {
        send(Message.of("turn.started", turn, null));
    }

    @Override
    public void turnToken(int turn, String text) {
        send(Message.of("turn.token", turn, text));
    }

    @Override
    public void turnSpeaking(int turn) {
        send(Message.of("turn.speaking", turn, null));
    }

    @Override
    public void turnEnded(int turn, boolean interrupted, Timeline timeline) {
        var line = SessionViews.TimelineView.of(timeline);
        send(new Message("turn.ended", turn, null, interrupted, line, null, null, null));
    }

    @Override
    public void trouble(String code, String message) {
        send(new Message("problem", null, null, null, null, code, message, null));
    }

    @Override
    public void sessionEnded(EndReason reason) {
        send(new Message("session.ended", null, null, null, null, null, null, reason.name()));
        connection
                .close(new CloseReason(1000, reason.name()))
                .subscribe()
                .with(closed -> {}, lost -> LOG.debug("the viewer is gone"));
    }

    private void send(Message message) {
        connection.sendText(Json.text(message)).subscribe().with(sent -> {}, lost -> LOG.debug("the viewer is gone"));
    }
}
