package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionSeats;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Whether it is worth asking the provider for another session. The provider is the judge; its last no is remembered for a
 * while, together with how many sessions were ours then.
 */
@Singleton
class Seats {
    private final SessionSeats seats;
    private final SessionTerms terms;
    private final Clock clock;
    private int taken;
    private Instant until = Instant.MIN;

    Seats(SessionSeats seats, SessionTerms terms, Clock clock) {
        this.seats = seats;
        this.terms = terms;
        this.clock = clock;
    }

    /** A seat may be free, and nobody has waited for it longer. */
    boolean freeForAll() {
        return seats.waiting(1).isEmpty() && free();
    }

    /** A seat may be free. */
    boolean free() {
        int now = seats.taken();
        return now < terms.seats().orElse(Integer.MAX_VALUE) && now < learnt();
    }

    /** The provider has refused one more. */
    synchronized void full() {
        taken = seats.taken();
        until = clock.instant().plus(terms.fullFor());
    }

    private synchronized int learnt() {
        return clock.instant().isBefore(until) ? taken : Integer.MAX_VALUE;
    }
}
