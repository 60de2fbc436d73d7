package dev.callsheet.avatar.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.LegPlan;
import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.contracts.Fact;
import dev.callsheet.conversation.pipeline.Told;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A session among others: those who wait, those who watch, and the processes that hold it. */
class SessionCompanyTest extends Lives {
    @Test
    void whoeverWaitedLongestGetsTheSeat() {
        provider.seats = 1;
        var first = start(Orders.order("first"));
        clock.forward(Duration.ofSeconds(1));
        var second = start(Orders.order("second"));
        clock.forward(Duration.ofSeconds(1));
        var third = start(Orders.order("third"));
        assertThat(find(second)).isInstanceOf(Session.Waiting.class);
        assertThat(house.desk.place(second)).contains(1);
        assertThat(house.desk.place(third)).contains(2);

        var viewer = new Guest();
        assertThat(house.conversations.join(third, viewer, "")).isEqualTo(Conversations.Joined.WAITING);
        assertThat(viewer.told).containsExactly(new Told.State("waiting", null, 2));
        house.desk.end(first, EndReason.USER_CLOSED);
        // A seat is free now, and not for the one who comes just then.
        var fourth = start(Orders.order("fourth"));
        assertThat(find(fourth)).isInstanceOf(Session.Waiting.class);
        assertThat(house.desk.place(fourth)).contains(3);
        house.tick();

        assertThat(find(second)).isInstanceOf(Session.Live.class);
        assertThat(find(third)).isInstanceOf(Session.Waiting.class);
        assertThat(viewer.told).contains(new Told.State("waiting", null, 1));
        house.desk.end(second, EndReason.USER_CLOSED);
        house.tick();
        assertThat(find(third)).isInstanceOf(Session.Live.class);
        assertThat(viewer.told).endsWith(new Told.Hello(false));
    }

    @Test
    void aFullAccountIsNotAskedAgainAndAgain() {
        provider.seats = 1;
        start(Orders.order("seated"));
        var waiting = start(Orders.order("patient"));
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofSeconds(1));
            house.rounds.sweep();
        }

        assertThat(find(waiting).legs().last()).isEqualTo(1);
    }

    @Test
    void aDeadProcessIsFollowedByAnotherWhichHoldsTheConversation() {
        house = process("d", new TestTerms(Duration.ofMinutes(20), OptionalInt.empty(), false));
        var id = start(Orders.order("orphan"));
        var other = process("e", shortLegs);

        other.tick();
        assertThat(other.conversations.here(id)).isEmpty();
        assertThat(other.conversations.say(id, input("posted"))).isTrue();
        clock.forward(Duration.ofSeconds(7));
        other.tick();

        assertThat(other.conversations.here(id)).isPresent();
        assertThat(other.recital(id).log).contains("use 1", "say posted");
        // The one before finds out that it has lost it, should it live.
        house.ownership.beat();
        assertThat(house.conversations.here(id)).isEmpty();
        assertThat(house.recital(id).log).endsWith("release");
        assertThat(provider.active()).hasSize(1);
    }

    @Test
    void aProcessGivesAConversationUpThatIsWatchedElsewhere() {
        house = process("f", new TestTerms(Duration.ofMinutes(20), OptionalInt.empty(), false));
        var id = start(Orders.order("handover"));
        var other = process("g", shortLegs);
        store.want(id, "g", clock.instant().plusSeconds(5));

        house.ownership.beat();

        var viewer = new Guest();
        assertThat(other.conversations.join(id, viewer, "")).isEqualTo(Conversations.Joined.LIVE);
        assertThat(viewer.told).containsExactly(new Told.Hello(false));
    }

    @Test
    void aStartThatIsLeftHalfDoneDoesNotHoldASeatForEver() {
        var id = start(Orders.order("stuck"));
        house.desk.pause(id, null, null);
        store.change(id, s -> s.open(new LegPlan(Duration.ofMinutes(1), 1), clock.instant(), Duration.ofSeconds(30)));
        assertThat(find(id)).isInstanceOf(Session.Opening.class);

        // Its viewers are there all the time.
        pass(id, 60);

        assertThat(find(id)).isInstanceOf(Session.Live.class);
    }

    @Test
    void aPauseCostsNothingAndEndsByItself() {
        var id = start(Orders.alwaysOn("night"));
        house.desk.pause(id, "quiet hours", clock.instant().plusSeconds(3600));
        assertThat(provider.active()).isEmpty();
        assertThat(house.recital(id).log).endsWith("release");

        clock.forward(Duration.ofSeconds(3599));
        house.tick();
        assertThat(find(id)).isInstanceOf(Session.Paused.class);
        clock.forward(Duration.ofSeconds(2));
        house.tick();

        assertThat(find(id)).isInstanceOf(Session.Live.class);
        assertThat(store.facts).hasAtLeastOneElementOfType(Fact.SessionResumed.class);
        assertThat(provider.charged()).isEqualTo(2);
    }

    @Test
    void viewersOfAPausedSessionAreThereWhenItGoesOn() {
        var id = start(Orders.order("break"));
        var viewer = new Guest();
        house.conversations.join(id, viewer, "");

        house.desk.pause(id, null, null);
        assertThat(viewer.told).endsWith(new Told.State("paused", null, null));
        house.desk.resume(id);

        assertThat(viewer.told).endsWith(new Told.Hello(false));
        assertThat(house.conversations.viewers(id)).isEqualTo(1);
    }

    @Test
    void whatTheAvatarIsIsSaidOnceAndNotAfterEachRotation() {
        var id = start(Orders.disclosed("ai"));
        house.conversations.join(id, new Guest(), "");
        house.conversations.mediaReady(id, 1);
        house.conversations.join(id, new Guest(), "");
        pass(id, 120);

        assertThat(house.recital(id).log)
                .filteredOn(line -> line.equals("say disclosure"))
                .hasSize(1);
        var other = process("j", shortLegs);
        clock.forward(Duration.ofSeconds(7));
        other.tick();
        other.conversations.join(id, new Guest(), "");
        other.settle();
        assertThat(other.recital(id).log).doesNotContain("say disclosure");
    }
}
