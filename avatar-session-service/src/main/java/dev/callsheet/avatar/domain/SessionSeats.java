package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The provider's seats: how many are taken, and who waits for one. */
public interface SessionSeats {
    /** Legs that are on their way to the provider, run, or are not yet known to be over. */
    int taken();

    /** A waiting session's place, from 1, over all tenants; empty if it does not wait. */
    Optional<Integer> place(SessionId id);

    /** The first waiting session that may be tried now. */
    Optional<SessionId> first(Instant now);

    /** Waiting sessions in their order. */
    List<SessionId> waiting(int limit);
}
