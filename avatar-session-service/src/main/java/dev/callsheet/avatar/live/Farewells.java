package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Journals;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.avatar.domain.Session;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** What goes with a session that is ending: its conversation, its room, its words. May be repeated. */
@Singleton
class Farewells {
    private static final Logger LOG = Logger.getLogger(Farewells.class);

    private final Conversations conversations;
    private final Rooms rooms;
    private final Journals journals;
    private final Clock clock;

    Farewells(Conversations conversations, Rooms rooms, Journals journals, Clock clock) {
        this.conversations = conversations;
        this.rooms = rooms;
        this.journals = journals;
        this.clock = clock;
    }

    /** Without effect on a session that goes on. */
    void say(Session session) {
        switch (session) {
            case Session.Closing s -> end(s, s.reason());
            case Session.Closed s -> end(s, s.reason());
            case Session.Requested _, Session.Waiting _, Session.Opening _ -> {}
            case Session.Live _, Session.Rotating _, Session.Paused _ -> {}
        }
    }

    private void end(Session session, EndReason reason) {
        var order = session.order();
        conversations.close(order.sessionId(), reason);
        journals.closed(order, clock.instant());
        if (rooms.ours()) {
            try {
                rooms.stopEgress(order.sessionId());
                rooms.close(order.sessionId());
            } catch (ProviderTrouble e) {
                LOG.warnf("the room of session %s is not closed: %s", order.sessionId(), e.getMessage());
            }
        }
    }
}
