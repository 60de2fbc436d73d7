package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes an intended leg to the provider. Each step is stored before the next call, so that whatever dies in between
 * leaves a row from which the meter can be stopped.
 */
@Singleton
class LegOpener {
    private static final Logger LOG = Logger.getLogger(LegOpener.class);

    private final SessionStore store;
    private final AvatarProvider provider;
    private final Rooms rooms;
    private final LegPlans plans;
    private final LegCloser closer;
    private final Clock clock;

    LegOpener(SessionStore store, AvatarProvider provider, Rooms rooms, LegPlans plans, LegCloser closer, Clock clock) {
        this.store = store;
        this.provider = provider;
        this.rooms = rooms;
        this.plans = plans;
        this.closer = closer;
        this.clock = clock;
    }

    /** @param trouble why there is no new leg; null if there is one, or if the session was ended meanwhile */
    record Outcome(Session session, @Nullable ProviderTrouble trouble) {}

    /** Opens the leg that a session intends, if it intends one. */
    Outcome open(SessionId id) {
        var session = store.find(id).orElseThrow(Refused::unknownSession);
        var leg = session.legs().preparing().orElse(null);
        if (leg == null || leg.providerId() != null) {
            return new Outcome(session, null);
        }
        try {
            return new Outcome(take(session, leg), null);
        } catch (ProviderTrouble.Refused e) {
            return new Outcome(refused(id, leg.number(), e), e);
        } catch (ProviderTrouble.Unclear e) {
            LOG.warnf("session %s: leg %d has an unclear start (%s)", id, leg.number(), e.getMessage());
            store.change(id, s -> s.unclear(leg.number(), clock.instant()));
            return new Outcome(closer.close(id), e);
        }
    }

    private Session take(Session session, Leg.Preparing leg) {
        var id = session.order().sessionId();
        int number = leg.number();
        var place = rooms.ours() ? rooms.avatarPlace(id, number) : null;
        var ticket = provider.prepare(session.order(), leg.length(), place);
        var known =
                store.change(id, s -> s.prepared(number, ticket.providerId())).orElseThrow(Refused::unknownSession);
        if (!(known.legs().leg(number).orElse(null) instanceof Leg.Preparing)) {
            return known;
        }
        var broadcast = provider.start(ticket);
        var cap = plans.cap(session.order(), leg.length(), broadcast);
        var started = store.change(id, s -> s.started(number, broadcast, cap, clock.instant()))
                .orElseThrow(Refused::unknownSession);
        if (started.legs().leg(number).orElse(null) instanceof Leg.Live) {
            LOG.infof("session %s: leg %d runs, for %d s at most", id, number, cap.toSeconds());
            return started;
        }
        return late(id, number, broadcast);
    }

    /** It was given up while the provider started it: that stop may have come before this start. */
    private Session late(SessionId id, int number, Broadcast broadcast) {
        LOG.warnf("session %s: leg %d started after its end, and is stopped", id, number);
        return closer.stopAgain(id, number, broadcast.providerId());
    }

    private Session refused(SessionId id, int number, ProviderTrouble.Refused trouble) {
        LOG.infof("session %s: leg %d is refused: %s", id, number, trouble.code());
        var now = clock.instant();
        return store.change(id, s -> switch (trouble.code()) {
                    case "provider.busy" -> s.noSeat(number);
                    case "provider.credits" -> s.refused(number, EndReason.NO_CREDITS, now);
                    default -> s.refused(number, EndReason.START_REFUSED, now);
                })
                .orElseThrow(Refused::unknownSession);
    }
}
