package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands. What is paid are its {@link Leg}s; a leg is stored before the provider hears of it, and no
 * session is closed while one of its legs is open. Methods that do not fit a state leave the session as it is: whoever
 * comes late changes nothing.
 *
 * <pre>
 * requested --open--> opening --started--> live --rotate--> rotating --switched--> live
 * requested --await-> waiting --open----> opening            rotating --refused---> live
 * opening --no seat-> waiting              live --replace--> opening (the leg before is stopped)
 * live, rotating --pause--> paused --open | await--> opening | waiting
 * any --end--> closing --last leg settled--> closed
 * </pre>
 */
public sealed interface Session {
    /** How often in a row a leg may fail before the session ends with it. */
    int TRIES = 3;

    /** Between the first failure of a leg and the next try; doubled each time. */
    int FIRST_SECONDS = 2;

    int MOST_SECONDS = 120;

    SessionOrder order();

    Legs legs();

    /** Offered; nothing is spent. */
    record Requested(SessionOrder order) implements Session {
        @Override
        public Legs legs() {
            return Legs.NONE;
        }

        /** The same offer as a fact. */
        public Change offered() {
            return new Change(this, List.of(), Facts.offered(order));
        }
    }

    /**
     * For a free seat at the provider.
     *
     * @param since decides whose turn it is
     * @param tryAt not before: the last leg failed
     */
    record Waiting(SessionOrder order, Legs legs, Cause cause, Instant since, Instant tryAt, Instant leaseUntil)
            implements Session {}

    /** One leg is on its way to the provider; none is seen. @param since whose turn it is if there is no seat */
    record Opening(SessionOrder order, Legs legs, Cause cause, Instant since, Instant leaseUntil) implements Session {}

    /** One leg runs. */
    record Live(SessionOrder order, Legs legs, Instant leaseUntil) implements Session {
        public Leg.Live leg() {
            return legs.live().getLast();
        }
    }

    /** One leg is seen, the next one is opened or waits to be seen. */
    record Rotating(SessionOrder order, Legs legs, Instant leaseUntil) implements Session {
        /** The leg that is seen. */
        public Leg.Live leg() {
            return legs.live().getFirst();
        }
    }

    /** Nothing is seen and nothing is paid. @param resumeAt when it goes on by itself; null if somebody has to say so */
    record Paused(
            SessionOrder order,
            Legs legs,
            Instant since,
            Instant leaseUntil,
            @Nullable Instant resumeAt) implements Session {}

    /** Its legs are stopped and settled. */
    record Closing(SessionOrder order, Legs legs, EndReason reason, Instant since) implements Session {}

    /** Over; nothing runs and nothing is open. */
    record Closed(SessionOrder order, Legs legs, EndReason reason, Instant at) implements Session {}

    /** The name of the state as it is told: lower case. */
    default String state() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** When the session ends without a sign of its client; null where nothing waits for one. */
    default @Nullable Instant leased() {
        return switch (this) {
            case Requested _, Closing _, Closed _ -> null;
            case Waiting s -> s.leaseUntil;
            case Opening s -> s.leaseUntil;
            case Live s -> s.leaseUntil;
            case Rotating s -> s.leaseUntil;
            case Paused s -> s.leaseUntil;
        };
    }

    /** The leg that is seen, or was last seen; null before the first. */
    default Leg.@Nullable Live seen() {
        return switch (this) {
            case Live live -> live.leg();
            case Rotating rotating -> rotating.leg();
            case Requested _, Waiting _, Opening _, Paused _, Closing _, Closed _ -> null;
        };
    }

    /** How much longer it may run; null if no end is set. */
    default @Nullable Duration timeLeft(Instant now) {
        var first = legs().firstLive();
        if (order().alwaysOn()) {
            return null;
        }
        return first == null ? order().maxLength() : Duration.between(now, first.plus(order().maxLength()));
    }

    /** A leg is intended: from the offer, the waiting room or a pause. */
    default Change open(LegPlan plan, Instant now, Duration lease) {
        return switch (this) {
            case Requested _ -> Moves.opening(this, plan, Cause.START, now, now, now.plus(lease));
            case Waiting s -> Moves.opening(this, plan, s.cause, s.since, now, s.leaseUntil);
            case Paused s ->
                Moves.opening(this, plan, Cause.RESUME, now, now, Moves.later(s.leaseUntil, now.plus(lease)));
            case Opening _, Live _, Rotating _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** Others wait for a seat already. */
    default Change await(Instant now, Duration lease) {
        return switch (this) {
            case Requested _ ->
                Moves.waiting(this, new Legs.Cut(legs(), List.of()), Cause.START, now, now, now.plus(lease));
            case Paused s -> {
                var until = Moves.later(s.leaseUntil, now.plus(lease));
                yield Moves.waiting(this, new Legs.Cut(s.legs, List.of()), Cause.RESUME, now, now, until);
            }
            case Waiting _, Opening _, Live _, Rotating _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** The leg after the running one is intended. */
    default Change rotate(LegPlan plan, Instant now) {
        if (!(this instanceof Live s)) {
            return Change.to(this);
        }
        var next = Moves.preparing(this, plan, now);
        return new Change(
                new Rotating(s.order, s.legs.plus(next), s.leaseUntil), List.of(Moves.quoted(next)), List.of());
    }

    /** The provider knows the leg by this id; its meter does not run yet. */
    default Change prepared(int number, String providerId) {
        return legs().isPreparing(number)
                ? Change.to(Moves.with(this, legs().change(number, leg -> ((Leg.Preparing) leg).prepared(providerId))))
                : Change.to(this);
    }

    /** The leg runs. @param cap after which the provider will end it */
    default Change started(int number, Broadcast broadcast, Duration cap, Instant now) {
        if (!legs().isPreparing(number)) {
            return Change.to(this);
        }
        var legs = legs().change(number, leg -> ((Leg.Preparing) leg).started(broadcast, now, cap));
        return switch (this) {
            case Opening s ->
                new Change(new Live(s.order, legs, s.leaseUntil), List.of(), Facts.started(s, number, broadcast));
            case Rotating s -> Change.to(new Rotating(s.order, legs, s.leaseUntil));
            case Requested _, Waiting _, Live _, Paused _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** The provider has no seat for the leg. */
    default Change noSeat(int number) {
        return switch (legs().isPreparing(number) ? this : null) {
            case null -> Change.to(this);
            case Opening s -> {
                var again = Moves.waiting(this, s.legs.refuse(number), s.cause, s.since, s.since, s.leaseUntil);
                // Who waited before has been told so.
                boolean told = s.legs.preparing()
                        .map(leg -> !leg.since().equals(s.since))
                        .orElse(true);
                yield told ? new Change(again.next(), again.ledger(), List.of()) : again;
            }
            case Rotating s -> Moves.back(s, s.legs.refuse(number));
            case Requested _, Waiting _, Live _, Paused _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** The provider refuses the leg for what it is. */
    default Change refused(int number, EndReason reason, Instant now) {
        return switch (legs().isPreparing(number) ? this : null) {
            case null -> Change.to(this);
            case Opening s -> Moves.failed(s, s.legs.refuse(number), reason, now);
            case Rotating s -> Moves.back(s, s.legs.refuse(number));
            case Requested _, Waiting _, Live _, Paused _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** Nobody knows whether the leg runs: it has to be stopped. */
    default Change unclear(int number, Instant now) {
        var reason = EndReason.START_FAILED;
        return switch (legs().isPreparing(number) ? this : null) {
            case null -> Change.to(this);
            case Opening s -> Moves.failed(s, s.legs.stop(number, reason.name(), now), reason, now);
            case Rotating s -> Moves.back(s, s.legs.stop(number, reason.name(), now));
            case Requested _, Waiting _, Live _, Paused _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** The next leg is seen: the one before is to be stopped. */
    default Change switched(Instant now) {
        return this instanceof Rotating s && s.legs.live().size() == 2
                ? Moves.seen(s, s.legs.live().getLast().number(), Cause.CAP, now)
                : Change.to(this);
    }

    /** A running leg is at its end, or must make place; without another a next one is intended. */
    default Change replace(int number, LegPlan plan, Cause cause, Instant now) {
        return switch (legs().isLive(number) ? this : null) {
            case null -> Change.to(this);
            case Live s
            when s.leg().number() == number -> {
                var cut = s.legs.stop(number, cause.name(), now);
                yield cut.legs().failedInARow() < TRIES
                        ? Moves.opening(s, cut, plan, cause, now, now, s.leaseUntil)
                        : Moves.exhausted(s, cut, now, s.leaseUntil);
            }
            case Rotating s when s.leg().number() != number -> Moves.back(s, s.legs.stop(number, cause.name(), now));
            case Rotating s
            when s.legs.live().size() == 2 ->
                Moves.seen(s, s.legs.live().getLast().number(), cause, now);
            case Rotating s -> {
                var cut = s.legs.stop(number, cause.name(), now);
                yield new Change(new Opening(s.order, cut.legs(), cause, now, s.leaseUntil), cut.ledger(), List.of());
            }
            case Live _, Requested _, Waiting _, Opening _, Paused _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** Nothing is to be seen or paid until it is opened again. */
    default Change pause(@Nullable String reason, @Nullable Instant resumeAt, Instant now) {
        var until = leased();
        return switch (this) {
            case Waiting _, Opening _, Live _, Rotating _ -> {
                var cut = legs().stopAllBut(0, "PAUSED", now);
                var paused = new Paused(order(), cut.legs(), now, until == null ? now : until, resumeAt);
                yield new Change(paused, cut.ledger(), Facts.paused(paused, reason));
            }
            case Requested _, Paused _, Closing _, Closed _ -> Change.to(this);
        };
    }

    /** Asks for the end; a session that is ending or over stays as it is. */
    default Change end(EndReason reason, Instant now) {
        return switch (this) {
            case Requested _, Waiting _, Opening _, Live _, Rotating _, Paused _ ->
                Moves.ending(this, legs().stopAllBut(0, reason.name(), now), reason, now);
            case Closing _, Closed _ -> Change.to(this);
        };
    }

    /** A leg is over at the provider. @param micros what the provider says it did cost */
    default Change settled(int number, long micros, Instant now) {
        if (!(legs().leg(number).orElse(null) instanceof Leg.Stopping leg)) {
            return Change.to(this);
        }
        var legs = legs().change(number, _ -> leg.settled(micros));
        var ledger = new ArrayList<>(List.of(new LedgerEntry(number, LedgerEntry.Kind.SETTLED, micros)));
        return this instanceof Closing closing && !legs.open()
                ? Moves.closed(this, new Legs.Cut(legs, ledger), closing.reason, now)
                : new Change(Moves.with(this, legs), ledger, List.of());
    }

    /** A leg was found to have cost more than was settled. @param micros all that it did cost */
    default Change added(int number, long micros) {
        long before = legs().leg(number).map(Leg::micros).orElse(0L);
        if (micros <= before || legs().leg(number).map(Leg::open).orElse(true)) {
            return Change.to(this);
        }
        var more = new LedgerEntry(number, LedgerEntry.Kind.ADDED, micros - before);
        return new Change(
                Moves.with(this, legs().change(number, leg -> leg.costing(micros))), List.of(more), List.of());
    }
}
