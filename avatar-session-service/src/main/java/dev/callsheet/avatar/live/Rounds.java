package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What any process does from time to time by looking at the tables, not at memory: so a meter stops whoever dies. */
@Singleton
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final int BATCH = 50;
    /** At once: few enough for the database, enough that a slow answer of the provider keeps nobody's meter running. */
    private static final int HANDS = 8;

    private final Set<SessionId> inHand = ConcurrentHashMap.newKeySet();
    private final Executor hands;
    private final SessionStore store;
    private final SessionDesk desk;
    private final LegCloser closer;
    private final Conversations conversations;
    private final AvatarProvider provider;
    private final SessionTerms terms;
    private final Clock clock;

    @Inject
    Rounds(
            SessionStore store,
            SessionDesk desk,
            LegCloser closer,
            Conversations conversations,
            AvatarProvider provider,
            SessionTerms terms,
            Clock clock) {
        this(
                Executors.newFixedThreadPool(
                        HANDS, Thread.ofVirtual().name("round-", 0).factory()),
                store,
                desk,
                closer,
                conversations,
                provider,
                terms,
                clock);
    }

    /** @param hands that do what is found; what is in hand is not begun again */
    Rounds(
            Executor hands,
            SessionStore store,
            SessionDesk desk,
            LegCloser closer,
            Conversations conversations,
            AvatarProvider provider,
            SessionTerms terms,
            Clock clock) {
        this.hands = hands;
        this.store = store;
        this.desk = desk;
        this.closer = closer;
        this.conversations = conversations;
        this.provider = provider;
        this.terms = terms;
        this.clock = clock;
    }

    /** Leases, steps that a dead process left half done, legs to be stopped, pauses that are over, the waiting room. */
    public void sweep() {
        var now = clock.instant();
        store.lapsed(now, BATCH).forEach(id -> alone(id, this::lapse));
        store.stuck(now.minus(terms.openTimeout()), BATCH).forEach(id -> alone(id, this::unstick));
        store.claimStopping(now, now.plus(terms.closeRetry()), BATCH).forEach(id -> alone(id, closer::close));
        store.resumable(now, BATCH).forEach(id -> alone(id, desk::resume));
        store.claimQuiet(now, now.minus(terms.providerKeepAlive()), BATCH).forEach(id -> alone(id, this::keepAlive));
        waitingRoom();
    }

    private void waitingRoom() {
        for (int i = 0; i < BATCH && desk.openFirstWaiting(); i++) {
            LOG.debug("one has waited long enough");
        }
        conversations.tellWaiting();
    }

    /** What fails, or takes long, for one session must not keep the others waiting. */
    private void alone(SessionId id, Consumer<SessionId> what) {
        if (!inHand.add(id)) {
            return;
        }
        hands.execute(() -> {
            try {
                what.accept(id);
            } catch (RuntimeException e) {
                LOG.errorf(e, "session %s is looked at again later", id);
            } finally {
                inHand.remove(id);
            }
        });
    }

    private void lapse(SessionId id) {
        LOG.infof("the lease of session %s has ended", id);
        desk.end(id, EndReason.LEASE_ENDED);
    }

    private void unstick(SessionId id) {
        var before = clock.instant().minus(terms.openTimeout());
        var left = store.find(id)
                .flatMap(session -> session.legs().preparing())
                .filter(leg -> leg.since().isBefore(before))
                .map(Leg::number);
        if (left.isPresent()) {
            LOG.warnf("session %s: leg %d was left on its way to the provider", id, left.get());
            store.change(id, session -> session.unclear(left.get(), clock.instant()));
            desk.opened(new LegOpener.Outcome(closer.close(id), null));
        }
    }

    private void keepAlive(SessionId id) {
        store.find(id)
                .ifPresent(session -> session.legs().live().forEach(leg -> {
                    try {
                        provider.keepAlive(leg.broadcast().providerId());
                    } catch (ProviderTrouble e) {
                        LOG.warnf("the provider was not told that session %s is wanted: %s", id, e.getMessage());
                    }
                }));
    }
}
