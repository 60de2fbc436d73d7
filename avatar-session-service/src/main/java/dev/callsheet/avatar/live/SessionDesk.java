package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionSeats;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.Traces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where sessions are asked for, paused, resumed and ended. */
@Singleton
public class SessionDesk {
    private static final Logger LOG = Logger.getLogger(SessionDesk.class);

    private final SessionStore store;
    private final SessionSeats queue;
    private final Seats seats;
    private final LegPlans plans;
    private final LegOpener opener;
    private final LegCloser closer;
    private final Conversations conversations;
    private final SessionTerms terms;
    private final SessionTrace trace;
    private final Clock clock;

    SessionDesk(
            SessionStore store,
            SessionSeats queue,
            Seats seats,
            LegPlans plans,
            LegOpener opener,
            LegCloser closer,
            Conversations conversations,
            SessionTerms terms,
            SessionTrace trace,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.seats = seats;
        this.plans = plans;
        this.opener = opener;
        this.closer = closer;
        this.conversations = conversations;
        this.terms = terms;
        this.trace = trace;
        this.clock = clock;
    }

    /** Keeps a session that a request asks for until somebody starts it; a repeat does nothing. */
    public void offer(SessionOrder order, @Nullable String traceparent) {
        if (store.open(new Session.Requested(order).offered(), "", traceparent)) {
            LOG.infof("session %s is offered", order.sessionId());
        }
    }

    /**
     * Starts a session of this order: it is live, or waits for a seat.
     *
     * @param fingerprint of the body: the same order again gives the same session
     */
    public Session start(SessionOrder order, String fingerprint) {
        if (order.budgetMicros() != null && order.budgetMicros() < order.microsPerMinute(terms.microsPerCredit())) {
            throw Refused.budget();
        }
        if (store.open(first(new Session.Requested(order)), fingerprint, Traces.current())) {
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
        if (session instanceof Session.Requested) {
            boolean[] mine = {false};
            session = store.change(id, now -> {
                        mine[0] = now instanceof Session.Requested;
                        return mine[0] ? first(now) : Change.to(now);
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

    /** A waiting session's place in the waiting room, from 1. */
    public Optional<Integer> place(SessionId id) {
        return queue.place(id);
    }

    /** A sign of the client: the lease runs anew. False if the session is over or was never begun. */
    public boolean renew(SessionId id) {
        return store.renew(id, clock.instant().plus(terms.lease()));
    }

    /** Ends a session and stops its meter; what ended before stays as it is. */
    public Session end(SessionId id, EndReason reason) {
        store.change(id, now -> now.end(reason, clock.instant())).orElseThrow(Refused::unknownSession);
        return closer.close(id);
    }

    /**
     * Stops the meter for a while. A session that is paused stays so.
     *
     * @param resumeAt when it goes on by itself; null if somebody has to say so
     * @throws Refused if it is over or was never begun
     */
    public Session pause(SessionId id, @Nullable String reason, @Nullable Instant resumeAt) {
        var session = store.change(id, now -> now.pause(reason, resumeAt, clock.instant()))
                .orElseThrow(Refused::unknownSession);
        if (!(session instanceof Session.Paused paused)) {
            throw Refused.notLive(session.state());
        }
        conversations.pause(paused);
        return closer.close(id);
    }

    /** Goes on with a paused session: it is live, or waits for a seat. @throws Refused if it is over */
    public Session resume(SessionId id) {
        boolean[] mine = {false};
        var session = store.change(id, now -> {
                    mine[0] = now instanceof Session.Paused;
                    return mine[0] ? first(now) : Change.to(now);
                })
                .orElseThrow(Refused::unknownSession);
        if (mine[0]) {
            return opened(opener.open(id));
        }
        if (session.leased() == null) {
            throw Refused.notLive(session.state());
        }
        return session;
    }

    /** What the session has cost, with the minutes that have begun; micros of US dollars. */
    public long spentMicros(Session session, Instant now) {
        return session.legs().settledMicros()
                + session.legs().live().stream()
                        .mapToLong(leg -> begun(session.order(), leg, now))
                        .sum();
    }

    /** Opens the session that has waited longest; false if there is none, or no seat for it. */
    boolean openFirstWaiting() {
        var first = queue.first(clock.instant());
        if (first.isEmpty() || !seats.free()) {
            return false;
        }
        boolean[] mine = {false};
        var session = store.change(first.get(), now -> {
                    mine[0] = now instanceof Session.Waiting;
                    return mine[0] ? now.open(plans.next(now), clock.instant(), terms.lease()) : Change.to(now);
                })
                .orElseThrow(Refused::unknownSession);
        return mine[0] && opened(opener.open(session.order().sessionId())) instanceof Session.Live;
    }

    private Change first(Session session) {
        return seats.freeForAll()
                ? session.open(plans.next(session), clock.instant(), terms.lease())
                : session.await(clock.instant(), terms.lease());
    }

    private Session begin(SessionOrder order) {
        var id = order.sessionId();
        var parent = store.origin(id).map(SessionStore.Origin::traceparent).orElse(null);
        return trace.within("session start", parent, order, () -> {
            String anchor = Traces.current();
            if (anchor != null) {
                store.anchor(id, anchor);
            }
            var outcome = opener.open(id);
            var session = opened(outcome);
            if (session instanceof Session.Live || session instanceof Session.Waiting) {
                return session;
            }
            throw switch (outcome.trouble()) {
                case ProviderTrouble.Refused refused -> Refused.by(refused);
                case ProviderTrouble.Unclear _ -> Refused.unclear();
                case null -> Refused.unclear();
            };
        });
    }

    /** What came of a leg is told to whoever follows. */
    Session opened(LegOpener.Outcome outcome) {
        if (outcome.trouble() instanceof ProviderTrouble.Refused refused
                && refused.code().equals("provider.busy")) {
            seats.full();
        }
        conversations.stands(outcome.session());
        return outcome.session();
    }

    private long begun(SessionOrder order, Leg.Live leg, Instant now) {
        return order.micros(Duration.between(leg.since(), now).plusMillis(1), terms.microsPerCredit());
    }

    private static Session running(Session session) {
        if (session instanceof Session.Opening) {
            throw Refused.starting();
        }
        return session;
    }
}
