package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.avatar.domain.LedgerEntry.Kind;
import dev.callsheet.contracts.Fact;
import dev.callsheet.conversation.line.Media;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration CAP = Duration.ofMinutes(3);
    private static final SessionOrder ORDER = Orders.order("key", Duration.ofSeconds(150));
    private static final LegPlan PLAN = new LegPlan(CAP, 300_000);

    @Test
    void everyMinuteThatCanBeginIsQuoted() {
        var plan = LegPlan.of(new Session.Requested(ORDER), Duration.ofMinutes(20), null, 100_000, NOW);

        assertThat(plan).isEqualTo(new LegPlan(Duration.ofSeconds(150), 300_000));
    }

    @Test
    void aLegIsQuotedForTheTimeThatItIsKnownToLast() {
        var plan =
                LegPlan.of(new Session.Requested(ORDER), Duration.ofMinutes(20), Duration.ofMinutes(1), 100_000, NOW);

        assertThat(plan).isEqualTo(new LegPlan(Duration.ofSeconds(150), 100_000));
    }

    @Test
    void aStartThatNeverReachedTheProviderIsReleased() {
        var change = opening().end(EndReason.LEASE_ENDED, NOW.plusSeconds(31));

        assertThat(change.next()).isInstanceOf(Session.Closed.class);
        assertThat(change.ledger()).containsExactly(new LedgerEntry(1, Kind.RELEASED, 0));
    }

    @Test
    void aStartThatTheProviderKnowsMustBeStoppedThereFirst() {
        var change = opening().prepared(1, "p-1").next().end(EndReason.LEASE_ENDED, NOW.plusSeconds(31));

        assertThat(change.next()).isInstanceOf(Session.Closing.class);
        assertThat(change.next().legs().stopping()).hasSize(1);
        assertThat(change.ledger()).isEmpty();
    }

    @Test
    void aLiveSessionIsSettledAtWhatTheProviderSays() {
        var closing = live().end(EndReason.USER_CLOSED, NOW.plusSeconds(70)).next();
        var change = closing.settled(1, 200_000, NOW.plusSeconds(72));

        assertThat(change.ledger()).containsExactly(new LedgerEntry(1, Kind.SETTLED, 200_000));
        assertThat(change.facts())
                .containsExactly(new Fact.SessionEnded(
                        ORDER.sessionId(), ORDER.requestId(), ORDER.tenant(), "USER_CLOSED", 70_000, 200_000, 1));
    }

    @Test
    void whatIsEndingKeepsItsFirstReason() {
        var closing = live().end(EndReason.USER_CLOSED, NOW).next();

        assertThat(closing.end(EndReason.LEASE_ENDED, NOW.plusSeconds(1)).next())
                .isEqualTo(closing);
    }

    @Test
    void theNextLegIsSeenBeforeTheOneBeforeIsStopped() {
        var rotating = live().rotate(PLAN, NOW).next().prepared(2, "p-2").next();
        assertThat(rotating.seen().number()).isEqualTo(1);

        var both = rotating.started(2, broadcast("p-2"), CAP, NOW).next();
        assertThat(both.seen().number()).isEqualTo(1);

        var change = both.switched(NOW.plusSeconds(40));
        assertThat(change.next().seen().number()).isEqualTo(2);
        assertThat(change.next().legs().stopping()).hasSize(1);
        assertThat(change.facts())
                .containsExactly(new Fact.SessionRotated(
                        ORDER.sessionId(), ORDER.requestId(), ORDER.tenant(), 2, "p-2", "cap", null));
    }

    @Test
    void withoutASecondSeatTheSessionStaysWithItsLeg() {
        var change = live().rotate(PLAN, NOW).next().noSeat(2);

        assertThat(change.next()).isInstanceOf(Session.Live.class);
        assertThat(change.next().seen().number()).isEqualTo(1);
        assertThat(change.ledger()).containsExactly(new LedgerEntry(2, Kind.RELEASED, 0));
    }

    @Test
    void withoutASeatASessionWaitsAndSaysSoOnce() {
        var first = opening().noSeat(1);
        assertThat(first.next()).isInstanceOf(Session.Waiting.class);
        assertThat(first.facts()).singleElement().isInstanceOf(Fact.SessionWaiting.class);

        var later = NOW.plusSeconds(20);
        var again = first.next().open(PLAN, later, LEASE).next().noSeat(2);
        assertThat(((Session.Waiting) again.next()).since()).isEqualTo(NOW);
        assertThat(again.facts()).isEmpty();
    }

    @Test
    void anUnclearFirstStartEndsTheSession() {
        var change = opening().prepared(1, "p-1").next().unclear(1, NOW);

        assertThat(change.next())
                .isInstanceOfSatisfying(
                        Session.Closing.class,
                        closing -> assertThat(closing.reason()).isEqualTo(EndReason.START_FAILED));
    }

    @Test
    void aLegThatDiesIsFollowedByAnotherUntilThreeInARowDoSo() {
        Session session = live();
        for (int leg = 1; leg <= 3; leg++) {
            assertThat(session).isInstanceOf(Session.Live.class);
            session =
                    session.replace(leg, PLAN, Cause.LOST, NOW.plusSeconds(leg)).next();
            session = session.prepared(leg + 1, "p-" + (leg + 1)).next();
            session = session.started(leg + 1, broadcast("p-" + (leg + 1)), CAP, NOW.plusSeconds(leg))
                    .next();
        }

        assertThat(session)
                .isInstanceOfSatisfying(
                        Session.Closing.class,
                        closing -> assertThat(closing.reason()).isEqualTo(EndReason.PROVIDER_ENDED));
    }

    @Test
    void aSessionThatIsAlwaysOnNeverGivesUp() {
        var order = Orders.alwaysOn("on");
        Session session = new Session.Requested(order).open(PLAN, NOW, LEASE).next();
        var now = NOW;
        for (int leg = 1; leg <= 10; leg++) {
            session = session.prepared(leg, "p-" + leg).next().unclear(leg, now).next();
            var waiting = (Session.Waiting) session;
            assertThat(waiting.tryAt()).isAfter(now);
            now = waiting.tryAt();
            session = session.open(PLAN, now, LEASE).next();
        }
        assertThat(Duration.between(NOW, now)).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void aPauseStopsTheMeterAndAResumeOpensTheNextLeg() {
        var paused = live().pause("quiet hours", NOW.plusSeconds(3600), NOW.plusSeconds(60));
        assertThat(paused.next()).isInstanceOf(Session.Paused.class);
        assertThat(paused.next().legs().stopping()).hasSize(1);

        var settled = paused.next().settled(1, 100_000, NOW.plusSeconds(61)).next();
        assertThat(settled.legs().open()).isFalse();

        var resumed = settled.open(PLAN, NOW.plusSeconds(3600), LEASE)
                .next()
                .prepared(2, "p-2")
                .next()
                .started(2, broadcast("p-2"), CAP, NOW.plusSeconds(3601));
        assertThat(resumed.facts())
                .containsExactly(
                        new Fact.SessionResumed(ORDER.sessionId(), ORDER.requestId(), ORDER.tenant(), 2, "p-2"));
    }

    @Test
    void aStartThatComesAfterTheEndChangesNothing() {
        var closing = opening()
                .prepared(1, "p-1")
                .next()
                .end(EndReason.USER_CLOSED, NOW)
                .next();

        assertThat(closing.started(1, broadcast("p-1"), CAP, NOW).next()).isEqualTo(closing);
    }

    @Test
    void whatIsFoundRunningAfterItsSettlementIsAdded() {
        var closed = live().end(EndReason.USER_CLOSED, NOW)
                .next()
                .settled(1, 100_000, NOW)
                .next();

        var change = closed.added(1, 300_000);

        assertThat(change.ledger()).containsExactly(new LedgerEntry(1, Kind.ADDED, 200_000));
        assertThat(change.next().legs().settledMicros()).isEqualTo(300_000);
        assertThat(change.next().added(1, 300_000).ledger()).isEmpty();
    }

    @Test
    void anOfferIsToldAndCostsNothing() {
        var change = new Session.Requested(ORDER).offered();

        assertThat(change.ledger()).isEmpty();
        assertThat(change.facts()).singleElement().isInstanceOf(Fact.SessionOffered.class);
    }

    private static Session opening() {
        return new Session.Requested(ORDER).open(PLAN, NOW, LEASE).next();
    }

    private static Session live() {
        return opening()
                .prepared(1, "p-1")
                .next()
                .started(1, broadcast("p-1"), CAP, NOW)
                .next();
    }

    private static Broadcast broadcast(String id) {
        return new Broadcast(id, "ws://provider", new Media.None(), null);
    }
}
