package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Signs of life of viewers. A session's lease is renewed by them, but not oftener than is of use. */
@Singleton
class Pulse {
    private static final int RENEWALS_A_LEASE = 4;
    private static final Logger LOG = Logger.getLogger(Pulse.class);

    private final Map<SessionId, Long> renewed = new ConcurrentHashMap<>();
    private final SessionDesk desk;
    private final long apartNanos;

    Pulse(SessionDesk desk, SessionTerms terms) {
        this.desk = desk;
        this.apartNanos = terms.lease().toNanos() / RENEWALS_A_LEASE;
    }

    /** Returns at once. */
    void beat(SessionId id) {
        long now = System.nanoTime();
        Long last = renewed.get(id);
        if (last == null || now - last >= apartNanos) {
            renewed.put(id, now);
            Thread.startVirtualThread(() -> renew(id));
        }
    }

    /** A viewer is gone: the next sign of another one counts again. */
    void forget(SessionId id) {
        renewed.remove(id);
    }

    private void renew(SessionId id) {
        try {
            if (!desk.renew(id)) {
                renewed.remove(id);
            }
        } catch (RuntimeException e) {
            // The next sign tries again.
            renewed.remove(id);
            LOG.warnf("the lease of session %s is not renewed: %s", id, e.getMessage());
        }
    }
}
