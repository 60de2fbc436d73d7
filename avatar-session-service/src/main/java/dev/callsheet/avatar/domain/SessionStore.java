package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import java.time.Instant;
import java.util.List;
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

    /** Moves the lease's end; faster than a {@link #change} and without effect unless the session is live. */
    boolean renew(SessionId id, Instant until);

    /** Starting or live sessions whose lease ended before now. */
    List<SessionId> lapsed(Instant now, int limit);

    /** Ending sessions that are due for a try to stop and settle them; the next try is set to {@code retryAt}. */
    List<SessionId> claimEnding(Instant now, Instant retryAt, int limit);

    /** Live sessions that the provider was not told about since {@code before}; marks them as told at {@code now}. */
    List<SessionId> claimQuiet(Instant now, Instant before, int limit);

    /** A turn begins: its number is taken. */
    void begin(SessionOrder order, int turn, Instant endOfInput);

    /** A turn has ended. */
    void record(SessionOrder order, TurnRecord turn);

    /** Ends as interrupted what another process began and left behind; returns the number of the last turn, 0 for none. */
    int takeOver(SessionOrder order);

    /** The session's ended turns in order. */
    List<TurnRecord> turns(SessionId id);

    record Origin(String fingerprint, @Nullable String traceparent) {}
}
