package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends sessions. Each step is stored before the next call to the provider, so that whatever dies in between
 * leaves a row from which {@link SessionCloser} can stop the meter.
 */
@ApplicationScoped
public class SessionDesk {
    private static final Logger LOG = Logger.getLogger(SessionDesk.class);

    private final SessionStore store;
    private final AvatarProvider provider;
    private final SessionCloser closer;
    private final SessionTerms terms;
    private final SessionTrace trace;
    private final Clock clock;

    SessionDesk(
            SessionStore store,
            AvatarProvider provider,
            SessionCloser closer,
            SessionTerms terms,
            SessionTrace trace,
            Clock clock) {
        this.store = store;
        this.provider = provider;
        this.closer = closer;
        this.terms = terms;
        this.trace = trace;
        this.clock = clock;
    }

    /** Keeps a session that a request asks for until somebody starts it; a repeat does nothing. */
    public void offer(SessionOrder order, @Nullable String traceparent) {
        var offered = new Session.Offered(order);
        if (store.open(offered.offered(), "", traceparent)) {
            LOG.infof("session %s is offered", order.sessionId());
        }
    }

    /**
     * Starts a session of this order.
     *
     * @param fingerprint of the body: the same order again gives the same session
     */
    public Session start(SessionOrder order, String fingerprint) {
        var first = new Session.Offered(order).start(clock.instant(), terms.lease(), terms.microsPerCredit());
        if (store.open(first, fingerprint, Traces.current())) {
            return begin(order);
        }
        var origin = store.origin(order.sessionId()).orElseThrow(Refused::unknownSession);
        if (!origin.fingerprint().equals(fingerprint)) {
            throw Refused.otherBody();
        }
        return running(owned(order.sessionId(), order.tenant()));
    }

    /** Starts an offered session, or joins the one that runs. */
    public Session startOffered(SessionId id, TenantId tenant) {
        var session = owned(id, tenant);
        if (session instanceof Session.Offered) {
            boolean[] mine = {false};
            session = store.change(id, now -> {
                        mine[0] = now instanceof Session.Offered;
                        return now instanceof Session.Offered offered
                                ? offered.start(clock.instant(), terms.lease(), terms.microsPerCredit())
                                : keep(now);
                    })
                    .orElseThrow(Refused::unknownSession);
            if (mine[0]) {
                return begin(session.order());
            }
        }
        return running(session);
    }

    /** The session, if it is this tenant's; another's is unknown. */
    public Session owned(SessionId id, TenantId tenant) {
        return store.find(id)
                .filter(session -> session.order().tenant().equals(tenant))
                .orElseThrow(Refused::unknownSession);
    }

    /** A sign of the client: the lease runs anew. False unless the session is live. */
    public boolean renew(SessionId id) {
        return store.renew(id, clock.instant().plus(terms.lease()));
    }

    /** Ends a session and stops its meter; what ended before stays as it is. */
    public Session end(SessionId id, EndReason reason) {
        var session = store.change(id, now -> now.end(reason, clock.instant())).orElseThrow(Refused::unknownSession);
        return session instanceof Session.Ending ? closer.close(id) : session;
    }

    void ended(@Observes Conversations.EndedByProvider ending) {
        end(ending.id(), ending.reason());
    }

    private Session begin(SessionOrder order) {
        var origin = store.origin(order.sessionId());
        var parent = origin.map(SessionStore.Origin::traceparent).orElse(null);
        return trace.within("session start", parent, order, () -> {
            String anchor = Traces.current();
            if (anchor != null) {
                store.anchor(order.sessionId(), anchor);
            }
            return begin(order.sessionId(), order);
        });
    }

    private Session begin(SessionId id, SessionOrder order) {
        try {
            var ticket = provider.prepare(order);
            store.change(id, now -> now instanceof Session.Starting s ? s.prepared(ticket.providerId()) : keep(now));
            return live(id, provider.start(ticket));
        } catch (ProviderTrouble.Refused e) {
            store.change(id, now -> now instanceof Session.Starting s ? s.refused(clock.instant()) : keep(now));
            throw Refused.by(e);
        } catch (ProviderTrouble.Unclear e) {
            LOG.warnf("session %s: unclear start (%s); it is being stopped", id, e.getMessage());
            end(id, EndReason.START_FAILED);
            throw Refused.unclear();
        }
    }

    private Session live(SessionId id, Broadcast broadcast) {
        Instant now = clock.instant();
        var session = store.change(
                        id,
                        was -> was instanceof Session.Starting s ? s.live(broadcast, now, terms.lease()) : keep(was))
                .orElseThrow(Refused::unknownSession);
        if (session instanceof Session.Live) {
            LOG.infof("session %s is live", id);
            return session;
        }
        // It was ended while the provider started it: that stop may have come before this start.
        stopAgain(broadcast.providerId());
        throw Refused.unclear();
    }

    private void stopAgain(String providerId) {
        try {
            provider.stop(providerId, EndReason.START_FAILED.name());
        } catch (ProviderTrouble e) {
            LOG.errorf("provider session %s could not be stopped: %s", providerId, e.getMessage());
        }
    }

    private static Session running(Session session) {
        if (session instanceof Session.Starting) {
            throw Refused.starting();
        }
        return session;
    }

    private static Change keep(Session session) {
        return new Change(session, java.util.List.of(), java.util.List.of());
    }
}
