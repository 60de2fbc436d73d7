package dev.callsheet.twin.livekit;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import org.jboss.logging.Logger;

/** LiveKit's signalling: protobuf messages over a WebSocket. */
@WebSocket(path = "/rtc", endpointId = RtcSocket.ID)
public class RtcSocket {
    static final String ID = "livekit-signalling";

    private static final Logger LOG = Logger.getLogger(RtcSocket.class);
    private static final TypedKey<Presence> PRESENCE = new TypedKey<>("presence");

    private final RtcDoor door;
    private final Rooms rooms;
    private final Clock clock;

    RtcSocket(RtcDoor door, Rooms rooms, Clock clock) {
        this.door = door;
        this.rooms = rooms;
        this.clock = clock;
    }

    private record Presence(Room room, Guest guest, Line line) {}

    @OnOpen
    @Blocking
    void open(WebSocketConnection connection) {
        var wish = JoinWish.of(connection.handshakeRequest().query());
        var line = new Line(connection);
        var grants = door.grants(wish).orElse(null);
        if (grants == null) {
            line.close();
            return;
        }
        var room = rooms.open(grants.room());
        var kept = wish.sid().isEmpty() ? null : rooms.absent(room, wish.sid()).orElse(null);
        if (kept != null) {
            connection.userData().put(PRESENCE, new Presence(room, kept, line));
            kept.connect(line, Signals.resumed());
            return;
        }
        if (!wish.sid().isEmpty()) {
            // Nobody of that id is here any more: the client is to join anew.
            line.send(Signals.leave(DisconnectReason.STATE_MISMATCH, true));
            line.close();
            return;
        }
        rooms.guest(room, grants)
                .ifPresentOrElse(
                        guest -> {
                            connection.userData().put(PRESENCE, new Presence(room, guest, line));
                            room.enter(guest, line);
                            guest.tell(rooms.refreshed(guest));
                        },
                        line::close);
    }

    @OnBinaryMessage
    @Blocking
    void message(Buffer bytes, WebSocketConnection connection) {
        var presence = connection.userData().get(PRESENCE);
        if (presence == null) {
            return;
        }
        try {
            act(SignalRequest.parseFrom(bytes.getBytes()), presence);
        } catch (InvalidProtocolBufferException e) {
            LOG.debug("dropped a message that is none of LiveKit's");
        }
    }

    @OnClose
    @Blocking
    void close(WebSocketConnection connection) {
        var presence = connection.userData().get(PRESENCE);
        if (presence != null && presence.guest().disconnect(presence.line())) {
            rooms.expect(presence.room(), presence.guest());
        }
    }

    private void act(SignalRequest request, Presence presence) {
        var guest = presence.guest();
        switch (request.getMessageCase()) {
            case OFFER ->
                guest.offered(request.getOffer().getSdp(), request.getOffer().getId());
            case ANSWER ->
                guest.answered(request.getAnswer().getSdp(), request.getAnswer().getId());
            case ADD_TRACK -> publish(request.getAddTrack(), presence);
            case MUTE -> {
                guest.mutes(request.getMute().getSid(), request.getMute().getMuted());
                presence.room().changed(guest);
            }
            case LEAVE -> presence.room().exit(guest, null);
            case PING -> guest.tell(Signals.pong(clock.millis()));
            case PING_REQ -> guest.tell(Signals.pong(request.getPingReq(), clock.millis()));
            case TRICKLE -> {
                // Not needed: a client's address is learnt from its first packet.
            }
            default -> LOG.debugf("not simulated: %s", request.getMessageCase());
        }
    }

    private static void publish(AddTrackRequest request, Presence presence) {
        var guest = presence.guest();
        if (guest.grants().mayPublish(request.getSource())) {
            guest.publishes(request);
            presence.room().changed(guest);
        } else {
            guest.tell(SignalResponse.newBuilder()
                    .setRequestResponse(RequestResponse.newBuilder()
                            .setReason(RequestResponse.Reason.NOT_ALLOWED)
                            .setMessage("the token does not allow to publish this source")
                            .setAddTrack(request))
                    .build());
        }
    }

    /** The connection as the guest has it. Identity counts: one line per connection. */
    private static final class Line implements Guest.Line {
        private final WebSocketConnection connection;

        Line(WebSocketConnection connection) {
            this.connection = connection;
        }

        @Override
        public void send(SignalResponse message) {
            connection
                    .sendBinary(message.toByteArray())
                    .subscribe()
                    .with(sent -> {}, lost -> LOG.debug("the client is gone"));
        }

        @Override
        public void close() {
            connection.close().subscribe().with(closed -> {}, lost -> LOG.debug("the client is gone"));
        }
    }
}
