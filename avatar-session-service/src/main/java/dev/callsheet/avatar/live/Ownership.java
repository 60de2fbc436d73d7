package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Keeps what this process holds, lets go of what it lost, and takes over what a dead process has left. */
@Singleton
public class Ownership {
    private static final Logger LOG = Logger.getLogger(Ownership.class);
    private static final int BATCH = 20;

    private final SessionOwners owners;
    private final SessionStore store;
    private final Conversations conversations;
    private final ThisProcess process;
    private final SessionTerms terms;
    private final Clock clock;

    Ownership(
            SessionOwners owners,
            SessionStore store,
            Conversations conversations,
            ThisProcess process,
            SessionTerms terms,
            Clock clock) {
        this.owners = owners;
        this.store = store;
        this.conversations = conversations;
        this.process = process;
        this.terms = terms;
        this.clock = clock;
    }

    /** One heartbeat. */
    public void beat() {
        var ids = conversations.running().stream().map(Running::id).toList();
        var now = clock.instant();
        var held = owners.renew(ids, process.name(), now, now.plus(terms.ownerFor()));
        held.lost().forEach(this::lost);
        held.nudged().forEach(conversations::collect);
        held.wanted().stream().filter(id -> conversations.viewers(id) == 0).forEach(conversations::letGo);
    }

    /** Goes on with what nobody holds. */
    public void adopt() {
        owners.orphaned(clock.instant(), BATCH).forEach(conversations::takeOver);
    }

    private void lost(SessionId id) {
        switch (store.find(id).orElse(null)) {
            case Session.Closing s -> conversations.close(id, s.reason());
            case Session.Closed s -> conversations.close(id, s.reason());
            case Session.Paused s -> conversations.pause(s);
            case null, default -> {
                LOG.infof("session %s is held elsewhere", id);
                conversations.letGo(id);
            }
        }
    }
}
