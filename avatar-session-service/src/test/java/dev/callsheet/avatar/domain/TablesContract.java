package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.line.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of tables does for sessions. Begins with empty ones. */
public abstract class TablesContract {
    protected static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final LegPlan PLAN = new LegPlan(Duration.ofMinutes(3), 300_000);

    private Tables tables;
    private SessionStore store;

    public record Tables(SessionStore store, SessionSeats seats, SessionOwners owners, Lessons lessons) {}

    protected abstract Tables tables();

    @BeforeEach
    void empty() {
        tables = tables();
        store = tables.store;
    }

    @Test
    void aSessionIsReadAsItWasWrittenInEveryState() {
        var live = live("all");
        var id = live.order().sessionId();
        assertThat(store.find(id)).contains(live);
        assertThat(change(id, s -> s.rotate(PLAN, NOW))).isInstanceOf(Session.Rotating.class);
        change(id, s -> s.prepared(2, "all-2"));
        change(id, s -> s.started(2, broadcast("all-2"), Duration.ofMinutes(1), NOW.plusSeconds(1)));
        change(id, s -> s.switched(NOW.plusSeconds(2)));
        change(id, s -> s.settled(1, 100_000, NOW.plusSeconds(3)));
        change(id, s -> s.pause("night", NOW.plusSeconds(60), NOW.plusSeconds(4)));
        change(id, s -> s.await(NOW.plusSeconds(5), LEASE));
        change(id, s -> s.open(PLAN, NOW.plusSeconds(6), LEASE));
        change(id, s -> s.noSeat(3));
        change(id, s -> s.end(EndReason.CANCELLED, NOW.plusSeconds(7)));
        assertThat(change(id, s -> s.settled(2, 200_000, NOW.plusSeconds(8)))).isInstanceOf(Session.Closed.class);
        change(id, s -> s.added(2, 300_000));
        change(id, s -> s.added(2, 400_000));
        assertThat(store.find(id).orElseThrow().legs().settledMicros()).isEqualTo(500_000);
    }

    @Test
    void anOfferIsStoredOnce() {
        var offered = new Session.Requested(Orders.order("offer")).offered();

        assertThat(store.open(offered, "print", "00-trace")).isTrue();
        assertThat(store.open(offered, "other", null)).isFalse();

        var id = offered.next().order().sessionId();
        assertThat(store.origin(id)).contains(new SessionStore.Origin("print", "00-trace"));
        assertThat(store.find(id)).contains(offered.next());
        assertThat(store.renew(id, NOW)).isFalse();
    }

    @Test
    void aLeaseIsLengthenedAndNeverShortened() {
        var id = live("lease").order().sessionId();

        assertThat(store.renew(id, NOW.plusSeconds(90))).isTrue();
        assertThat(store.renew(id, NOW.plusSeconds(10))).isTrue();

        assertThat(store.find(id).orElseThrow().leased()).isEqualTo(NOW.plusSeconds(90));
        assertThat(store.lapsed(NOW.plusSeconds(89), 9)).isEmpty();
        assertThat(store.lapsed(NOW.plusSeconds(91), 9)).containsExactly(id);
    }

    @Test
    void aSessionThatIsAlwaysOnDoesNotLapse() {
        live(Orders.alwaysOn("on"), "on");

        assertThat(store.lapsed(NOW.plusSeconds(1000), 9)).isEmpty();
    }

    @Test
    void whatIsToBeStoppedIsClaimedByOneAtATime() {
        var id = live("stopping").order().sessionId();
        assertThat(store.claimStopping(NOW.plusSeconds(100), NOW.plusSeconds(110), 9))
                .isEmpty();
        change(id, s -> s.end(EndReason.USER_CLOSED, NOW));

        assertThat(store.claimStopping(NOW.plusSeconds(100), NOW.plusSeconds(110), 9))
                .containsExactly(id);
        assertThat(store.claimStopping(NOW.plusSeconds(101), NOW.plusSeconds(111), 9))
                .isEmpty();
        assertThat(store.claimStopping(NOW.plusSeconds(110), NOW.plusSeconds(120), 9))
                .containsExactly(id);
        change(id, s -> s.settled(1, 0, NOW));
        assertThat(store.claimStopping(NOW.plusSeconds(999), NOW.plusSeconds(999), 9))
                .isEmpty();
    }

    @Test
    void aLegThatStaysOnItsWayIsFound() {
        var opening = open(Orders.order("stuck"));
        var id = opening.order().sessionId();

        assertThat(store.stuck(NOW, 9)).isEmpty();
        assertThat(store.stuck(NOW.plusSeconds(1), 9)).containsExactly(id);
    }

    @Test
    void quietSessionsAreClaimedOnce() {
        var id = live("quiet").order().sessionId();

        assertThat(store.claimQuiet(NOW.plusSeconds(120), NOW.minusSeconds(1), 9))
                .isEmpty();
        assertThat(store.claimQuiet(NOW.plusSeconds(120), NOW.plusSeconds(1), 9))
                .containsExactly(id);
        assertThat(store.claimQuiet(NOW.plusSeconds(121), NOW.plusSeconds(2), 9))
                .isEmpty();
    }

    @Test
    void aPauseThatIsOverIsFound() {
        var id = live("pause").order().sessionId();
        change(id, s -> s.pause(null, NOW.plusSeconds(60), NOW));
        var other = live("pause for good").order().sessionId();
        change(other, s -> s.pause(null, null, NOW));

        assertThat(store.resumable(NOW.plusSeconds(59), 9)).isEmpty();
        assertThat(store.resumable(NOW.plusSeconds(60), 9)).containsExactly(id);
    }

    @Test
    void aLegIsFoundByTheProvidersIdAlsoWhenItIsOver() {
        var id = live("known").order().sessionId();
        change(id, s -> s.end(EndReason.USER_CLOSED, NOW));
        change(id, s -> s.settled(1, 0, NOW));

        assertThat(store.leg("known-1")).contains(new SessionStore.LegRef(id, 1));
        assertThat(store.leg("stranger")).isEmpty();
    }

    @Test
    void sessionsAreListedByTenantAndState() {
        var live = live("listed");
        open(Orders.order("opening"));

        assertThat(store.list(null, null, 9)).hasSize(2);
        assertThat(store.list(Orders.DEMO, "live", 9))
                .extracting(SessionStore.Listed::session)
                .containsExactly(live);
        assertThat(store.list(new TenantId("other"), null, 9)).isEmpty();
        assertThat(store.list(null, null, 1)).hasSize(1);
        assertThat(store.counts()).isEqualTo(Map.of("live", 1L, "opening", 1L));
    }

    @Test
    void aPlansPositionIsKept() {
        var id = live("plan").order().sessionId();
        assertThat(store.planPosition(id)).isEmpty();

        store.planPosition(id, "{\"next\":3}");

        assertThat(store.planPosition(id)).isEqualTo("{\"next\":3}");
    }

    @Test
    void theWaitingRoomIsAQueue() {
        var first = waiting("first", NOW);
        var third = waiting("third", NOW.plusSeconds(2));
        var second = waiting("second", NOW.plusSeconds(1));

        assertThat(tables.seats.waiting(9)).containsExactly(first, second, third);
        assertThat(tables.seats.place(third)).contains(3);
        assertThat(tables.seats.first(NOW.plusSeconds(9))).contains(first);
        change(first, s -> s.open(PLAN, NOW.plusSeconds(9), LEASE));
        assertThat(tables.seats.place(first)).isEmpty();
        assertThat(tables.seats.place(third)).contains(2);
        // Who was refused again has the first place still.
        change(first, s -> s.noSeat(1));
        assertThat(tables.seats.place(first)).contains(1);
    }

    @Test
    void takenSeatsAreLegsThatAreNotKnownToBeOver() {
        assertThat(tables.seats.taken()).isZero();
        var id = live("seat").order().sessionId();
        open(Orders.order("seat of an opening one"));
        assertThat(tables.seats.taken()).isEqualTo(2);
        change(id, s -> s.end(EndReason.USER_CLOSED, NOW));
        assertThat(tables.seats.taken()).isEqualTo(2);
        change(id, s -> s.settled(1, 0, NOW));
        assertThat(tables.seats.taken()).isEqualTo(1);
    }

    @Test
    void anOwnershipEndsByItself() {
        var id = live("owned").order().sessionId();
        var owners = tables.owners;
        assertThat(owners.orphaned(NOW, 9)).containsExactly(id);

        assertThat(owners.take(id, "a", NOW, NOW.plusSeconds(6))).isTrue();
        assertThat(owners.take(id, "b", NOW.plusSeconds(6), NOW.plusSeconds(12)))
                .isFalse();
        assertThat(owners.orphaned(NOW.plusSeconds(6), 9)).isEmpty();
        assertThat(owners.take(id, "a", NOW.plusSeconds(2), NOW.plusSeconds(8))).isTrue();
        assertThat(owners.orphaned(NOW.plusSeconds(9), 9)).containsExactly(id);
        assertThat(owners.take(id, "b", NOW.plusSeconds(9), NOW.plusSeconds(15)))
                .isTrue();
        assertThat(owners.renew(List.of(id), "a", NOW.plusSeconds(9), NOW.plusSeconds(15))
                        .lost())
                .containsExactly(id);
        owners.release(id, "a");
        assertThat(owners.take(id, "a", NOW.plusSeconds(10), NOW.plusSeconds(16)))
                .isFalse();
        owners.release(id, "b");
        assertThat(owners.take(id, "a", NOW.plusSeconds(10), NOW.plusSeconds(16)))
                .isTrue();
    }

    @Test
    void anOwnerHearsWhatIsWantedOfIt() {
        var id = live("wanted").order().sessionId();
        var owners = tables.owners;
        owners.take(id, "a", NOW, NOW.plusSeconds(6));
        assertThat(owners.renew(List.of(id), "a", NOW, NOW.plusSeconds(6)))
                .isEqualTo(new SessionOwners.Held(Set.of(), Set.of(), Set.of()));

        owners.want(id, "b", NOW.plusSeconds(4));
        owners.nudge(id);

        assertThat(owners.renew(List.of(id), "a", NOW.plusSeconds(1), NOW.plusSeconds(7)))
                .isEqualTo(new SessionOwners.Held(Set.of(), Set.of(id), Set.of(id)));
        assertThat(owners.renew(List.of(id), "a", NOW.plusSeconds(5), NOW.plusSeconds(11)))
                .isEqualTo(new SessionOwners.Held(Set.of(), Set.of(), Set.of()));
        change(id, s -> s.end(EndReason.USER_CLOSED, NOW));
        assertThat(owners.renew(List.of(id), "a", NOW.plusSeconds(5), NOW.plusSeconds(11))
                        .lost())
                .containsExactly(id);
    }

    @Test
    void theShortestTimeIsLearnt() {
        var lessons = tables.lessons;
        assertThat(lessons.cap(SessionOrder.Mode.LITE, true)).isEmpty();

        lessons.learn(SessionOrder.Mode.LITE, true, Duration.ofSeconds(61));
        lessons.learn(SessionOrder.Mode.LITE, true, Duration.ofSeconds(60));
        lessons.learn(SessionOrder.Mode.LITE, true, Duration.ofSeconds(62));

        assertThat(lessons.cap(SessionOrder.Mode.LITE, true)).contains(Duration.ofSeconds(60));
        assertThat(lessons.cap(SessionOrder.Mode.FULL, true)).isEmpty();
        assertThat(lessons.cap(SessionOrder.Mode.LITE, false)).isEmpty();
    }

    private Session live(String key) {
        return live(Orders.order(key), key);
    }

    private Session live(SessionOrder order, String name) {
        var id = open(order).order().sessionId();
        change(id, s -> s.prepared(1, name + "-1"));
        return change(id, s -> s.started(1, broadcast(name + "-1"), PLAN.length(), NOW));
    }

    private Session open(SessionOrder order) {
        var change = new Session.Requested(order).open(PLAN, NOW, LEASE);
        assertThat(store.open(change, "", null)).isTrue();
        return change.next();
    }

    private SessionId waiting(String key, Instant since) {
        var change = new Session.Requested(Orders.order(key)).await(since, LEASE);
        assertThat(store.open(change, "", null)).isTrue();
        return change.next().order().sessionId();
    }

    /** Changes it, and sees that it is read as it was decided. */
    private Session change(SessionId id, java.util.function.Function<Session, Change> decision) {
        var next = store.change(id, decision).orElseThrow();
        assertThat(store.find(id)).contains(next);
        return next;
    }

    private static Broadcast broadcast(String id) {
        return new Broadcast(id, "ws://provider/" + id, new Media.LiveKit("wss://room", "token"), Duration.ofHours(1));
    }
}
