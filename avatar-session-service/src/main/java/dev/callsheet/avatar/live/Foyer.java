package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionSeats;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where viewers wait in this process for a session that is not seen yet, or not now. They are told where it stands. */
@Singleton
class Foyer {
    private final Map<SessionId, Map<Viewer, String>> waiting = new ConcurrentHashMap<>();
    private final SessionSeats seats;

    Foyer(SessionSeats seats) {
        this.seats = seats;
    }

    Conversations.Joined enter(Session session, Viewer viewer, String after, Conversations.Joined as) {
        var id = session.order().sessionId();
        waiting.computeIfAbsent(id, key -> new ConcurrentHashMap<>()).put(viewer, after);
        viewer.tell("", told(session));
        return as;
    }

    void leave(SessionId id, Viewer viewer) {
        waiting.computeIfPresent(id, (key, viewers) -> {
            viewers.remove(viewer);
            return viewers.isEmpty() ? null : viewers;
        });
    }

    /** The session is seen: whoever waited is let in. @return viewers with the cursors they came with */
    Map<Viewer, String> empty(SessionId id) {
        var viewers = waiting.remove(id);
        return viewers == null ? Map.of() : viewers;
    }

    int count(SessionId id) {
        var viewers = waiting.get(id);
        return viewers == null ? 0 : viewers.size();
    }

    /** The sessions for which somebody waits here. */
    Set<SessionId> sessions() {
        return Set.copyOf(waiting.keySet());
    }

    /** Tells those who wait where the session stands. */
    void tell(Session session) {
        var told = told(session);
        waiting.getOrDefault(session.order().sessionId(), Map.of()).keySet().forEach(viewer -> viewer.tell("", told));
    }

    Told told(Session session) {
        var reason = session instanceof Session.Closing s ? s.reason().name() : null;
        return new Told.State(session.state(), reason, place(session));
    }

    void close(SessionId id, EndReason reason) {
        empty(id).keySet().forEach(viewer -> viewer.tell("", new Told.SessionEnded(reason.name())));
    }

    private @Nullable Integer place(Session session) {
        return session instanceof Session.Waiting
                ? seats.place(session.order().sessionId()).orElse(null)
                : null;
    }
}
