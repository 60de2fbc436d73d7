package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.SessionCloser;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.contracts.SessionId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Looks at the tables, not at memory: so a meter stops even if the process that started it is gone. */
@Singleton
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int BATCH = 50;

    private final SessionStore store;
    private final SessionDesk desk;
    private final SessionCloser closer;
    private final AvatarProvider provider;
    private final SessionTerms terms;
    private final Clock clock;

    Sweep(
            SessionStore store,
            SessionDesk desk,
            SessionCloser closer,
            AvatarProvider provider,
            SessionTerms terms,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.closer = closer;
        this.provider = provider;
        this.terms = terms;
        this.clock = clock;
    }

    @Scheduled(
            identity = "sessions",
            every = "${callsheet.session.sweep:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void sweep() {
        Instant now = clock.instant();
        store.lapsed(now, BATCH).forEach(id -> alone(id, this::lapse));
        store.claimEnding(now, now.plus(terms.closeRetry()), BATCH).forEach(id -> alone(id, closer::close));
        store.claimQuiet(now, now.minus(terms.providerKeepAlive()), BATCH).forEach(id -> alone(id, this::keepAlive));
    }

    /** What fails for one session must not keep the others waiting. */
    private static void alone(SessionId id, Consumer<SessionId> what) {
        try {
            what.accept(id);
        } catch (RuntimeException e) {
            LOG.errorf(e, "session %s is looked at again later", id);
        }
    }

    private void lapse(SessionId id) {
        LOG.infof("the lease of session %s has ended", id);
        desk.end(id, EndReason.LEASE_ENDED);
    }

    private void keepAlive(SessionId id) {
        if (store.find(id).orElse(null) instanceof Session.Live live) {
            try {
                provider.keepAlive(live.broadcast().providerId());
            } catch (ProviderTrouble e) {
                LOG.warnf("the provider was not told that session %s is wanted: %s", id, e.getMessage());
            }
        }
    }
}
