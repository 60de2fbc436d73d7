package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** This process's title to sessions: who has it may hold the conversation. */
@Singleton
class Deeds {
    private static final Duration HANDOVER = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final SessionOwners owners;
    private final ThisProcess process;
    private final SessionTerms terms;
    private final Clock clock;

    Deeds(SessionOwners owners, ThisProcess process, SessionTerms terms, Clock clock) {
        this.owners = owners;
        this.process = process;
        this.terms = terms;
        this.clock = clock;
    }

    /** Takes it, if it is free. @param insist otherwise asks its owner for it, and waits some seconds for that */
    boolean take(SessionId id, boolean insist) {
        if (take(id)) {
            return true;
        }
        if (insist) {
            owners.want(id, process.name(), clock.instant().plus(HANDOVER));
            long end = System.nanoTime() + HANDOVER.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK.toNanos());
                if (take(id)) {
                    return true;
                }
            }
        }
        return false;
    }

    void release(SessionId id) {
        owners.release(id, process.name());
    }

    private boolean take(SessionId id) {
        var now = clock.instant();
        return owners.take(id, process.name(), now, now.plus(terms.ownerFor()));
    }
}
