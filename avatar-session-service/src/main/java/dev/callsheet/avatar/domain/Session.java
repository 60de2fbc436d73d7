package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands. The meter can run only in Starting (once it has a provider id), Live and Ending, and from each
 * of them the only way out leads over a stop at the provider and its settlement.
 *
 * <pre>
 * Offered --start--> Starting --prepared--> Starting --live--> Live --end--> Ending --settled--> Ended
 *    |                  |  \--------end, with a provider id--------------------^                  ^
 *    \-------end--------+------end, without one: nothing has run----------------------------------/
 * </pre>
 */
public sealed interface Session {
    SessionOrder order();

    /** May be started; nothing is spent. */
    record Offered(SessionOrder order) implements Session {
        /** The start is intended; stored before the provider is called. */
        public Change start(Instant now, Duration lease, long microsPerMinute) {
            var starting = new Starting(order, now, null, now.plus(lease));
            var quote = new LedgerEntry(LedgerEntry.Kind.QUOTED, order.quotedMicros(microsPerMinute));
            return new Change(starting, List.of(quote), List.of());
        }

        /** The same offer as a fact. */
        public Change offered() {
            var requestId = order.requestId();
            return requestId == null
                    ? Change.to(this)
                    : new Change(
                            this,
                            List.of(),
                            List.of(new Fact.SessionOffered(
                                    order.sessionId(), requestId, order.tenant(), order.avatarId())));
        }
    }

    /** On its way to the provider. */
    record Starting(
            SessionOrder order, Instant since, @Nullable String providerId, Instant leaseUntil) implements Session {
        /** The provider knows the session by this id; its meter does not run yet. */
        public Change prepared(String id) {
            return Change.to(new Starting(order, since, id, leaseUntil));
        }

        public Change live(Broadcast broadcast, Instant now, Duration lease) {
            var fact = new Fact.SessionStarted(
                    order.sessionId(), order.requestId(), order.tenant(), broadcast.providerId());
            return new Change(new Live(order, now, broadcast, now.plus(lease)), List.of(), List.of(fact));
        }

        /** The provider refused: its meter never ran. */
        public Change refused(Instant now) {
            return ended(order, providerId, EndReason.START_REFUSED, now, 0, released());
        }
    }

    /** Running and paid by the minute. */
    record Live(SessionOrder order, Instant since, Broadcast broadcast, Instant leaseUntil) implements Session {
        /** Never shortens the lease. */
        public Change renew(Instant now, Duration lease) {
            var until = now.plus(lease);
            return Change.to(until.isAfter(leaseUntil) ? new Live(order, since, broadcast, until) : this);
        }
    }

    /** To be stopped at the provider and settled. */
    record Ending(SessionOrder order, Instant liveSince, String providerId, EndReason reason, Instant since)
            implements Session {
        /** @param spentMicros what the provider says it cost */
        public Change settled(long spentMicros, Instant now) {
            var entry = new LedgerEntry(LedgerEntry.Kind.SETTLED, spentMicros);
            return ended(
                    order,
                    providerId,
                    reason,
                    now,
                    Duration.between(liveSince, since).toMillis(),
                    entry);
        }
    }

    /**
     * Over; nothing runs and nothing is open.
     *
     * @param providerId null if the provider never knew of it
     */
    record Ended(
            SessionOrder order,
            @Nullable String providerId,
            EndReason reason,
            Instant at,
            long liveMs,
            long settledMicros)
            implements Session {}

    /** Asks for the end; a session that is ending or ended stays as it is. */
    default Change end(EndReason reason, Instant now) {
        return switch (this) {
            case Offered offered -> ended(offered.order, null, reason, now, 0, released());
            case Starting starting -> {
                String id = starting.providerId;
                yield id == null
                        ? ended(starting.order, null, reason, now, 0, released())
                        : Change.to(new Ending(starting.order, starting.since, id, reason, now));
            }
            case Live live -> Change.to(new Ending(live.order, live.since, live.broadcast.providerId(), reason, now));
            case Ending _, Ended _ -> Change.to(this);
        };
    }

    private static LedgerEntry released() {
        return new LedgerEntry(LedgerEntry.Kind.RELEASED, 0);
    }

    private static Change ended(
            SessionOrder order,
            @Nullable String providerId,
            EndReason reason,
            Instant now,
            long liveMs,
            LedgerEntry entry) {
        var ended = new Ended(order, providerId, reason, now, liveMs, entry.micros());
        var fact = new Fact.SessionEnded(
                order.sessionId(), order.requestId(), order.tenant(), reason.name(), liveMs, entry.micros());
        return new Change(ended, List.of(entry), List.of(fact));
    }
}
