package dev.callsheet.twin.live;

import dev.callsheet.twin.live.media.AvatarStream;
import dev.callsheet.twin.livekit.Room;
import dev.callsheet.twin.livekit.Rooms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings avatars into LiveKit rooms: the provider's own, or the one that a LITE order names. */
@ApplicationScoped
public class Places {
    /** As whom the avatar stands in the provider's own rooms. */
    static final String AVATAR = "heygen";

    private static final Logger LOG = Logger.getLogger(Places.class);
    private static final String VIEWER = "client";
    private static final String CONTROL = "agent-control";
    private static final String RESPONSE = "agent-response";

    private final Rooms rooms;
    private final LiveSettings settings;

    Places(Rooms rooms, LiveSettings settings) {
        this.rooms = rooms;
        this.settings = settings;
    }

    /** Whether the token of that order lets the avatar into a room. */
    boolean admits(RoomOrder order) {
        try {
            return rooms.seat(order.token()).room().name().equals(order.room());
        } catch (Rooms.NotAllowed e) {
            return false;
        }
    }

    /** The avatar of a LITE session, in the caller's room or one of the provider's. */
    Place enter(LiveSession session, Stage stage) {
        var order = session.order().room();
        @Nullable AvatarStream stream = stage.stream().orElse(null);
        if (stream == null) {
            return Place.NOWHERE;
        }
        if (order == null) {
            return settings.managedRooms() ? managed(session, stream) : Place.NOWHERE;
        }
        try {
            var seat = rooms.seat(order.token());
            seat.room().publish(seat.identity(), stream);
            return new Seated(seat);
        } catch (Rooms.NotAllowed e) {
            // A token may be over by the time of a restart: the avatar is then seen nowhere, as with the real product.
            LOG.warnf("the avatar of %s does not get into its room: %s", session.id(), e.getMessage());
            return Place.NOWHERE;
        }
    }

    /** The avatar of a FULL session, which hears what people in its room send. */
    Place host(LiveSession session, Stage stage, Host host) {
        @Nullable AvatarStream stream = stage.stream().orElse(null);
        if (stream == null) {
            return Place.NOWHERE;
        }
        var place = managed(session, stream);
        var room = rooms.open(session.id());
        room.onData(CONTROL, (from, bytes) -> host.control(new String(bytes, StandardCharsets.UTF_8)));
        var absence = new Absence(Terms.real(settings.disconnectAfter(), settings), host::deserted);
        room.onViewers(absence::people);
        host.join(message -> room.send(AVATAR, RESPONSE, message.getBytes(StandardCharsets.UTF_8)));
        return place;
    }

    private Place managed(LiveSession session, AvatarStream stream) {
        Room room = rooms.open(session.id());
        room.publish(AVATAR, stream);
        return new Managed(room, rooms.token(room.name(), VIEWER));
    }

    private final class Managed implements Place {
        private final Room room;
        private final String token;

        Managed(Room room, String token) {
            this.room = room;
            this.token = token;
        }

        @Override
        public Optional<String> viewerToken() {
            return Optional.of(token);
        }

        @Override
        public void leave() {
            room.leave(AVATAR);
            rooms.close(room.name());
        }
    }

    private record Seated(Rooms.Seat seat) implements Place {
        @Override
        public Optional<String> viewerToken() {
            return Optional.empty();
        }

        @Override
        public void leave() {
            seat.room().leave(seat.identity());
        }
    }
}
