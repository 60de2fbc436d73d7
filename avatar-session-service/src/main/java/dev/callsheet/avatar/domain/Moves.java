package dev.callsheet.avatar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The ways from one of a session's states to the next, with what is to be stored and told on each. */
final class Moves {
    private Moves() {}

    static Leg.Preparing preparing(Session session, LegPlan plan, Instant now) {
        return new Leg.Preparing(session.legs().last() + 1, plan.quotedMicros(), now, plan.length(), null);
    }

    static LedgerEntry quoted(Leg leg) {
        return new LedgerEntry(leg.number(), LedgerEntry.Kind.QUOTED, leg.quotedMicros());
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Change opening(Session from, LegPlan plan, Cause cause, Instant since, Instant now, Instant lease) {
        return opening(from, new Legs.Cut(from.legs(), List.of()), plan, cause, since, now, lease);
    }

    static Change opening(
            Session from, Legs.Cut cut, LegPlan plan, Cause cause, Instant since, Instant now, Instant lease) {
        var next = preparing(from, plan, now);
        var ledger = new ArrayList<>(cut.ledger());
        ledger.add(quoted(next));
        var opening = new Session.Opening(from.order(), cut.legs().plus(next), cause, since, lease);
        return new Change(opening, ledger, List.of());
    }

    static Change waiting(Session from, Legs.Cut cut, Cause cause, Instant since, Instant tryAt, Instant lease) {
        var waiting = new Session.Waiting(from.order(), cut.legs(), cause, since, tryAt, lease);
        return new Change(waiting, cut.ledger(), Facts.waiting(waiting));
    }

    /** A first start ends the session with its failure; what ran before, or runs always, is tried again for a while. */
    static Change failed(Session.Opening from, Legs.Cut cut, EndReason reason, Instant now) {
        boolean again = from.order().alwaysOn()
                || from.cause() != Cause.START && cut.legs().failedInARow() < Session.TRIES;
        return again ? queued(from, cut, from.cause(), now, from.leaseUntil()) : ending(from, cut, reason, now);
    }

    /** One leg after the other has died at once. */
    static Change exhausted(Session.Live from, Legs.Cut cut, Instant now, Instant lease) {
        return from.order().alwaysOn()
                ? queued(from, cut, Cause.LOST, now, lease)
                : ending(from, cut, EndReason.PROVIDER_ENDED, now);
    }

    /** At the end of the queue, and not to be tried at once: longer after each failure. */
    private static Change queued(Session from, Legs.Cut cut, Cause cause, Instant now, Instant lease) {
        int doubled = Math.min(10, cut.legs().failedInARow() - 1);
        long wait = Math.min(Session.MOST_SECONDS, (long) Session.FIRST_SECONDS << doubled);
        return waiting(from, cut, cause, now, now.plusSeconds(wait), lease);
    }

    /** The next leg came to nothing; the session stays with the one it has. */
    static Change back(Session.Rotating from, Legs.Cut cut) {
        var live = new Session.Live(from.order(), cut.legs(), from.leaseUntil());
        return new Change(live, cut.ledger(), List.of());
    }

    static Change seen(Session.Rotating from, int number, Cause cause, Instant now) {
        var cut = from.legs().stopAllBut(number, cause.name(), now);
        var live = new Session.Live(from.order(), cut.legs(), from.leaseUntil());
        String id = live.leg().broadcast().providerId();
        return new Change(live, cut.ledger(), Facts.rotated(from.order(), number, id, cause));
    }

    static Change ending(Session from, Legs.Cut cut, EndReason reason, Instant now) {
        return cut.legs().open()
                ? new Change(new Session.Closing(from.order(), cut.legs(), reason, now), cut.ledger(), List.of())
                : closed(from, cut, reason, now);
    }

    static Change closed(Session from, Legs.Cut cut, EndReason reason, Instant now) {
        var closed = new Session.Closed(from.order(), cut.legs(), reason, now);
        return new Change(closed, cut.ledger(), Facts.ended(closed));
    }

    /** The same state with other legs. */
    static Session with(Session session, Legs legs) {
        return switch (session) {
            case Session.Requested s -> s;
            case Session.Waiting s ->
                new Session.Waiting(s.order(), legs, s.cause(), s.since(), s.tryAt(), s.leaseUntil());
            case Session.Opening s -> new Session.Opening(s.order(), legs, s.cause(), s.since(), s.leaseUntil());
            case Session.Live s -> new Session.Live(s.order(), legs, s.leaseUntil());
            case Session.Rotating s -> new Session.Rotating(s.order(), legs, s.leaseUntil());
            case Session.Paused s -> new Session.Paused(s.order(), legs, s.since(), s.leaseUntil(), s.resumeAt());
            case Session.Closing s -> new Session.Closing(s.order(), legs, s.reason(), s.since());
            case Session.Closed s -> new Session.Closed(s.order(), legs, s.reason(), s.at());
        };
    }
}
