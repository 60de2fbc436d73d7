package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.SessionStore;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Compares the provider's list of running sessions with ours. What runs although we hold it as over is stopped again, and
 * what that did cost is written down. Idempotent.
 */
@Singleton
public class Reaper {
    private static final Logger LOG = Logger.getLogger(Reaper.class);

    private final AvatarProvider provider;
    private final SessionStore store;
    private final LegCloser closer;
    private final SessionTerms terms;
    private final AtomicLong stopped = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    Reaper(AvatarProvider provider, SessionStore store, LegCloser closer, SessionTerms terms) {
        this.provider = provider;
        this.store = store;
        this.closer = closer;
        this.terms = terms;
    }

    /** How many running sessions were found and stopped that were held as over, or were nobody's. */
    public long stopped() {
        return stopped.get();
    }

    /** How many running sessions that are not ours the last look found. */
    public long unknown() {
        return unknown.get();
    }

    public void reap() {
        long strangers = 0;
        try {
            for (String providerId : provider.active()) {
                var ref = store.leg(providerId);
                if (ref.isPresent()) {
                    reap(providerId, ref.get());
                } else {
                    strangers++;
                    stranger(providerId);
                }
            }
            unknown.set(strangers);
        } catch (ProviderTrouble e) {
            LOG.debugf("the provider's list is not to be had: %s", e.getMessage());
        }
    }

    private void reap(String providerId, SessionStore.LegRef ref) {
        var leg = store.find(ref.session())
                .flatMap(s -> s.legs().leg(ref.number()))
                .orElse(null);
        switch (leg) {
            case null -> {
                // Its row is gone with its session; the next look finds a stranger.
            }
            case Leg.Preparing _, Leg.Live _ -> {
                // As it should be.
            }
            case Leg.Stopping _ -> closer.close(ref.session());
            case Leg.Settled _, Leg.Refused _ -> {
                LOG.warnf("session %s: leg %d runs although it is over", ref.session(), ref.number());
                closer.stopAgain(ref.session(), ref.number(), providerId);
                stopped.incrementAndGet();
            }
        }
    }

    private void stranger(String providerId) {
        if (!terms.soleUserOfAccount()) {
            return;
        }
        LOG.warnf("provider session %s is nobody's, and is stopped", providerId);
        provider.stop(providerId, "ORPHAN");
        stopped.incrementAndGet();
    }
}
