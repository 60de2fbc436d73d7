package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.conversation.line.Media;
import jakarta.inject.Singleton;

/** Where a viewer gets a session's picture from. */
@Singleton
class Pictures {
    private final Rooms rooms;

    Pictures(Rooms rooms) {
        this.rooms = rooms;
    }

    /** May block. @param viewer unlike any other viewer of the session */
    Media of(Session session, String viewer) {
        var leg = session.seen();
        if (leg == null) {
            return new Media.None();
        }
        return rooms.ours()
                ? rooms.viewerMedia(session.order().sessionId(), "viewer-" + viewer)
                : leg.broadcast().media();
    }
}
