package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where sessions are kept. A change is stored with its ledger lines and its facts, or not at all. */
public interface SessionStore {
    /**
     * Stores a new session with what its first change brings.
     *
     * @param fingerprint of what was asked for, to tell a repeat from another request under the same key
     * @return false, and nothing stored, if a session with this id exists
     */
    boolean open(Change first, String fingerprint, @Nullable String traceparent);

    Optional<Session> find(SessionId id);

    /** Decides about a session while nobody else can; returns its new state, empty if there is no such session. */
    Optional<Session> change(SessionId id, Function<Session, Change> decision);

    /** What {@link #open} was given. */
    Optional<Origin> origin(SessionId id);

    /** Sets the trace that the session's turns belong to. */
    void anchor(SessionId id, String traceparent);

    /** Moves the lease's end; faster than a {@link #change} and without effect on a session that is over or offered. */
    boolean renew(SessionId id, Instant until);

    /** Sessions that live on a lease and whose lease ended before now; not those that are always on. */
    List<SessionId> lapsed(Instant now, int limit);

    /** Sessions with legs to be stopped that are due for a try; the next try is set to {@code retryAt}. */
    List<SessionId> claimStopping(Instant now, Instant retryAt, int limit);

    /** Live sessions that the provider was not told about since {@code before}; marks them as told at {@code now}. */
    List<SessionId> claimQuiet(Instant now, Instant before, int limit);

    /** Sessions with a leg on its way to the provider since before then: whoever opened it is gone. */
    List<SessionId> stuck(Instant before, int limit);

    /** Paused sessions whose time to go on has come. */
    List<SessionId> resumable(Instant now, int limit);

    /** Where the session's plan stands; empty at its begin. */
    String planPosition(SessionId id);

    void planPosition(SessionId id, String position);

    /** How many sessions there are in each state that is not over, by its name in lower case. */
    Map<String, Long> counts();

    /** The session and leg that the provider knows by this id. */
    Optional<LegRef> leg(String providerId);

    /** Newest first. @param tenant null for all @param state null for all */
    List<Listed> list(@Nullable TenantId tenant, @Nullable String state, int limit);

    record Origin(String fingerprint, @Nullable String traceparent) {}

    record LegRef(SessionId session, int number) {}

    /** @param owner the process that holds the conversation; null if none does */
    record Listed(
            Session session, Instant createdAt, @Nullable String owner) {}
}
