package dev.callsheet.avatar.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.Fact;
import dev.callsheet.conversation.line.AvatarEvent;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a session lives through with its provider, and what that costs. */
class SessionLifeTest extends Lives {
    @Test
    void aConversationOutlivesItsLegsAndIsSeenWithoutAGap() {
        var id = start(Orders.order("long"));

        pass(id, 290);

        assertThat(find(id)).isInstanceOf(Session.Live.class);
        assertThat(provider.most).isEqualTo(2);
        assertThat(store.facts.stream().filter(Fact.SessionRotated.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(5);
        var log = house.recital(id).log;
        int next = log.indexOf("use 2");
        assertThat(log.get(next - 1)).isEqualTo("tell MediaNext");
        assertThat(log.get(next + 1)).isEqualTo("tell MediaSwitch");
        for (Leg leg : find(id).legs().all()) {
            assertThat(leg).isNotInstanceOf(Leg.Stopping.class);
        }
        house.desk.end(id, EndReason.USER_CLOSED);
        booksAgree();
    }

    @Test
    void withoutASecondSeatThereIsAGapButNoEnd() {
        provider.seats = 1;
        var id = start(Orders.order("one seat"));

        pass(id, 130);

        assertThat(find(id)).isInstanceOf(Session.Live.class);
        assertThat(provider.most).isEqualTo(1);
        assertThat(house.recital(id).log).contains("use 3");
        house.desk.end(id, EndReason.USER_CLOSED);
        booksAgree();
    }

    @Test
    void aSilentCapIsLearntAndTheNextLegsAreFollowedInTime() {
        provider.clamp = Duration.ofSeconds(30);
        var id = start(Orders.order("clamped"));

        pass(id, 30);
        provider.tell("p-1", new AvatarEvent.Stopped("MAX_DURATION_REACHED"));
        house.settle();
        assertThat(store.cap(SessionOrder.Mode.LITE, false)).contains(Duration.ofSeconds(30));
        provider.most = 0;
        pass(id, 120);

        assertThat(find(id)).isInstanceOf(Session.Live.class);
        // From now on the successor stands before the leg is cut.
        assertThat(provider.most).isEqualTo(2);
        assertThat(store.facts)
                .filteredOn(Fact.SessionRotated.class::isInstance)
                .extracting(fact -> ((Fact.SessionRotated) fact).reason())
                .startsWith("lost")
                .endsWith("cap");
        house.desk.end(id, EndReason.USER_CLOSED);
        booksAgree();
    }

    @Test
    void aDeadAvatarIsReplacedAtOnce() {
        var id = start(Orders.order("crash"));
        provider.crash("p-1");
        provider.tell("p-1", new AvatarEvent.Lost("1006"));
        house.settle();

        assertThat(find(id))
                .isInstanceOfSatisfying(
                        Session.Live.class,
                        live -> assertThat(live.leg().number()).isNotEqualTo(1));
        house.desk.end(id, EndReason.USER_CLOSED);
        booksAgree();
    }

    @Test
    void theLastMinuteThatIsPaidIsTheLastThatBegins() {
        house = process("b", new TestTerms(Duration.ofMinutes(20), OptionalInt.empty(), false));
        var id = start(Orders.order("budget", Duration.ofMinutes(20), false, 350_000L));

        pass(id, 150);
        assertThat(find(id)).isInstanceOf(Session.Live.class);
        pass(id, 10);

        assertThat(find(id))
                .isInstanceOfSatisfying(
                        Session.Closed.class,
                        closed -> assertThat(closed.reason()).isEqualTo(EndReason.BUDGET_ENDED));
        assertThat(house.recital(id).log).containsSubsequence("tell Closing", "farewell", "close BUDGET_ENDED");
        assertThat(provider.charged()).isEqualTo(3);
        booksAgree();
    }

    @Test
    void aBudgetWithoutTheFirstMinuteIsRefused() {
        assertThatThrownBy(() -> start(Orders.order("poor", Duration.ofMinutes(20), false, 50_000L)))
                .isInstanceOf(Refused.class);
        assertThat(provider.charged()).isZero();
    }

    @Test
    void anEmptyAccountEndsTheSessionWithASentence() {
        house = process("c", new TestTerms(Duration.ofMinutes(20), OptionalInt.empty(), false));
        provider.credits = OptionalLong.of(0);
        var id = start(Orders.order("credits"));

        pass(id, 40);

        assertThat(((Session.Closed) find(id)).reason()).isEqualTo(EndReason.CREDITS_ENDED);
        assertThat(provider.charged()).isEqualTo(1);
        assertThat(house.recital(id).log).contains("farewell");
    }

    @Test
    void aSessionEndsAtItsLength() {
        var id = start(Orders.order("two minutes", Duration.ofMinutes(2)));

        pass(id, 90);
        assertThat(find(id)).isInstanceOf(Session.Live.class);
        pass(id, 20);

        assertThat(((Session.Closed) find(id)).reason()).isEqualTo(EndReason.MAX_DURATION_REACHED);
        booksAgree();
    }

    @Test
    void nobodyWatchesAndTheMeterStops() {
        var id = start(Orders.order("left alone"));

        clock.forward(Duration.ofSeconds(31));
        house.tick();

        assertThat(((Session.Closed) find(id)).reason()).isEqualTo(EndReason.LEASE_ENDED);
        assertThat(papers.closed).contains(id);
        booksAgree();
    }

    @Test
    void whatRunsAlthoughItIsOverIsStoppedAndAdded() {
        house = process("i", new TestTerms(Duration.ofMinutes(20), OptionalInt.empty(), false));
        var id = start(Orders.order("zombie"));
        house.desk.end(id, EndReason.USER_CLOSED);
        provider.wake("p-1");
        clock.forward(Duration.ofSeconds(70));

        house.reaper.reap();
        house.reaper.reap();

        assertThat(provider.active()).isEmpty();
        assertThat(house.reaper.stopped()).isEqualTo(1);
        assertThat(store.ledger(id))
                .filteredOn(e -> e.kind() == LedgerEntry.Kind.ADDED)
                .hasSize(1);
        booksAgree();
    }

    @Test
    void aStrangersSessionIsLeftAloneUnlessTheAccountIsOurs() {
        var theirs = provider.prepare(Orders.order("theirs"), Duration.ofMinutes(1), null);
        provider.start(theirs);

        house.reaper.reap();
        assertThat(house.reaper.unknown()).isEqualTo(1);
        assertThat(provider.active()).hasSize(1);

        process("h", new TestTerms(Duration.ofMinutes(1), OptionalInt.empty(), true))
                .reaper
                .reap();
        assertThat(provider.active()).isEmpty();
    }
}
