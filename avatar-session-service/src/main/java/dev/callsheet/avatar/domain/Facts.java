package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a session. */
final class Facts {
    private Facts() {}

    static List<Fact> offered(SessionOrder order) {
        var request = order.requestId();
        return request == null
                ? List.of()
                : List.of(new Fact.SessionOffered(order.sessionId(), request, order.tenant(), order.avatarId()));
    }

    static List<Fact> started(Session.Opening session, int leg, Broadcast broadcast) {
        var order = session.order();
        String id = broadcast.providerId();
        return switch (session.cause()) {
            case START -> List.of(new Fact.SessionStarted(order.sessionId(), order.requestId(), order.tenant(), id));
            case RESUME ->
                List.of(new Fact.SessionResumed(order.sessionId(), order.requestId(), order.tenant(), leg, id));
            case CAP, LOST -> rotated(order, leg, id, session.cause());
        };
    }

    /** The session waits for its next leg. */
    static List<Fact> waiting(Session.Waiting session) {
        var order = session.order();
        int next = session.legs().last() + 1;
        return List.of(new Fact.SessionWaiting(order.sessionId(), order.requestId(), order.tenant(), next));
    }

    static List<Fact> rotated(SessionOrder order, int leg, String providerId, Cause cause) {
        return List.of(new Fact.SessionRotated(
                order.sessionId(), order.requestId(), order.tenant(), leg, providerId, cause.word(), null));
    }

    static List<Fact> paused(Session.Paused session, @Nullable String reason) {
        var order = session.order();
        int last = session.legs().last();
        return List.of(new Fact.SessionPaused(order.sessionId(), order.requestId(), order.tenant(), last, reason));
    }

    static List<Fact> ended(Session.Closed session) {
        var order = session.order();
        return List.of(new Fact.SessionEnded(
                order.sessionId(),
                order.requestId(),
                order.tenant(),
                session.reason().name(),
                session.legs().ran().toMillis(),
                session.legs().settledMicros(),
                session.legs().last()));
    }
}
