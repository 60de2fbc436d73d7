package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which process holds the conversation of a session. An ownership ends by itself unless it is renewed. */
public interface SessionOwners {
    /** Makes it this process's, if it is nobody's, its own already, or its owner's time is over. */
    boolean take(SessionId id, String process, Instant now, Instant until);

    /** Renews what this process owns. */
    Held renew(Collection<SessionId> ids, String process, Instant now, Instant until);

    /** Says that this process would have it; its owner lets go as soon as it can. */
    void want(SessionId id, String process, Instant until);

    /** Says that something was left for whoever owns it. */
    void nudge(SessionId id);

    void release(SessionId id, String process);

    /**
     * @param lost not this process's any more, or over
     * @param wanted another process would have it
     * @param nudged something was left for it since the last time
     */
    record Held(Set<SessionId> lost, Set<SessionId> wanted, Set<SessionId> nudged) {}

    /** Sessions with a running leg that no process holds. */
    List<SessionId> orphaned(Instant now, int limit);
}
