package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any history of a session, in any order, with repeats and with what comes too late. */
class SessionProperties {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final LegPlan PLAN = new LegPlan(Duration.ofMinutes(3), 300_000);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private enum Move {
        OPEN,
        AWAIT,
        ROTATE,
        PREPARED,
        STARTED,
        NO_SEAT,
        REFUSED,
        UNCLEAR,
        SWITCHED,
        DIED,
        LEFT,
        PAUSE,
        END,
        SETTLED,
        ADDED
    }

    /** @param back how many legs before the last one is meant */
    private record Step(Move move, int back) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        var likely = Arbitraries.of(Move.OPEN, Move.PREPARED, Move.STARTED, Move.ROTATE, Move.SWITCHED, Move.SETTLED);
        var moves = Arbitraries.frequencyOf(Tuple.of(5, likely), Tuple.of(3, Arbitraries.of(Move.class)));
        return Combinators.combine(moves, Arbitraries.of(0, 0, 0, 1, 2))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 1000)
    void moneyIsNeverOutOfSight(@ForAll("histories") List<Step> history, @ForAll boolean alwaysOn) {
        Session session = new Session.Requested(Orders.order("any", Duration.ofMinutes(20), alwaysOn, null));
        var ledger = new ArrayList<LedgerEntry>();
        var now = NOW;
        for (Step step : history) {
            now = now.plusSeconds(7);
            var before = session;
            var change = apply(session, step, now);
            session = change.next();
            ledger.addAll(change.ledger());
            check(before, session, ledger);
        }
        // Whatever happened: an end and the settlement of each leg close it.
        var change = session.end(EndReason.USER_CLOSED, now);
        ledger.addAll(change.ledger());
        session = change.next();
        for (Leg.Stopping leg : session.legs().stopping()) {
            change = session.settled(leg.number(), 100_000, now);
            ledger.addAll(change.ledger());
            session = change.next();
        }
        assertThat(session).isInstanceOf(Session.Closed.class);
        check(session, session, ledger);
    }

    private static void check(Session before, Session session, List<LedgerEntry> ledger) {
        var legs = session.legs();
        assertThat(legs.live().size())
                .isEqualTo(
                        switch (session) {
                            case Session.Live _ -> 1;
                            case Session.Rotating _ -> legs.preparing().isPresent() ? 1 : 2;
                            case Session.Requested _, Session.Waiting _, Session.Opening _ -> 0;
                            case Session.Paused _, Session.Closing _, Session.Closed _ -> 0;
                        });
        assertThat(legs.preparing().isPresent())
                .isEqualTo(session instanceof Session.Opening
                        || session instanceof Session.Rotating && legs.live().size() == 1);
        for (Leg leg : legs.all()) {
            assertThat(count(ledger, leg, LedgerEntry.Kind.QUOTED)).isEqualTo(1);
            long ends = count(ledger, leg, LedgerEntry.Kind.SETTLED) + count(ledger, leg, LedgerEntry.Kind.RELEASED);
            assertThat(ends).isEqualTo(leg.open() ? 0 : 1);
            // The meter may run only where a stored leg names it.
            assertThat(leg.knownAs() != null || leg instanceof Leg.Preparing || leg instanceof Leg.Refused)
                    .isTrue();
        }
        assertThat(legs.settledMicros())
                .isEqualTo(ledger.stream()
                        .filter(e -> e.kind() == LedgerEntry.Kind.SETTLED || e.kind() == LedgerEntry.Kind.ADDED)
                        .mapToLong(LedgerEntry::micros)
                        .sum());
        assertThat(session instanceof Session.Closed && legs.open()).isFalse();
        // A leg never comes back to an earlier state, and none is forgotten.
        assertThat(legs.last()).isGreaterThanOrEqualTo(before.legs().last());
        for (Leg leg : before.legs().all()) {
            assertThat(rank(legs.leg(leg.number()).orElseThrow())).isGreaterThanOrEqualTo(rank(leg));
        }
        if (before instanceof Session.Closing || before instanceof Session.Closed) {
            assertThat(session).isInstanceOfAny(Session.Closing.class, Session.Closed.class);
        }
    }

    private static int rank(Leg leg) {
        return switch (leg) {
            case Leg.Preparing _ -> 0;
            case Leg.Live _ -> 1;
            case Leg.Stopping _ -> 2;
            case Leg.Settled _, Leg.Refused _ -> 3;
        };
    }

    private static long count(List<LedgerEntry> ledger, Leg leg, LedgerEntry.Kind kind) {
        return ledger.stream()
                .filter(e -> e.leg() == leg.number() && e.kind() == kind)
                .count();
    }

    private static Change apply(Session session, Step step, Instant now) {
        int leg = session.legs().last() - step.back;
        return switch (step.move) {
            case OPEN -> session.open(PLAN, now, LEASE);
            case AWAIT -> session.await(now, LEASE);
            case ROTATE -> session.rotate(PLAN, now);
            case PREPARED -> session.prepared(leg, "p-" + leg);
            case STARTED ->
                named(session, leg) ? session.started(leg, broadcast(leg), PLAN.length(), now) : Change.to(session);
            case NO_SEAT -> session.noSeat(leg);
            case REFUSED -> session.refused(leg, EndReason.START_REFUSED, now);
            case UNCLEAR -> session.unclear(leg, now);
            case SWITCHED -> session.switched(now);
            case DIED -> session.replace(leg, PLAN, Cause.LOST, now);
            case LEFT -> session.replace(leg, PLAN, Cause.CAP, now);
            case PAUSE -> session.pause(null, null, now);
            case END -> session.end(EndReason.USER_CLOSED, now);
            case SETTLED -> session.settled(leg, 100_000, now);
            case ADDED -> session.added(leg, 150_000);
        };
    }

    /** The provider starts nothing that it has not named. */
    private static boolean named(Session session, int leg) {
        return session.legs()
                .leg(leg)
                .map(Leg::knownAs)
                .filter(Objects::nonNull)
                .isPresent();
    }

    private static Broadcast broadcast(int leg) {
        return new Broadcast("p-" + leg, null, new Media.None(), null);
    }
}
