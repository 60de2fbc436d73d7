package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Fact;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final SessionOrder ORDER = Orders.order("key", Duration.ofSeconds(150));
    private static final Broadcast BROADCAST = new Broadcast("p-1", "ws://provider", new Media.None());

    @Test
    void everyMinuteThatCanBeginIsQuoted() {
        var change = new Session.Offered(ORDER).start(NOW, LEASE, 100_000);

        assertThat(change.ledger()).containsExactly(new LedgerEntry(LedgerEntry.Kind.QUOTED, 300_000));
        assertThat(change.next()).isEqualTo(new Session.Starting(ORDER, NOW, null, NOW.plus(LEASE)));
    }

    @Test
    void aStartThatNeverReachedTheProviderIsReleased() {
        var starting = new Session.Starting(ORDER, NOW, null, NOW.plus(LEASE));

        var change = starting.end(EndReason.LEASE_ENDED, NOW.plusSeconds(31));

        assertThat(change.next()).isInstanceOf(Session.Ended.class);
        assertThat(change.ledger()).containsExactly(new LedgerEntry(LedgerEntry.Kind.RELEASED, 0));
    }

    @Test
    void aStartThatTheProviderKnowsMustBeStoppedThereFirst() {
        var starting = new Session.Starting(ORDER, NOW, "p-1", NOW.plus(LEASE));

        var change = starting.end(EndReason.LEASE_ENDED, NOW.plusSeconds(31));

        assertThat(change.next())
                .isEqualTo(new Session.Ending(ORDER, NOW, "p-1", EndReason.LEASE_ENDED, NOW.plusSeconds(31)));
        assertThat(change.ledger()).isEmpty();
    }

    @Test
    void aLiveSessionIsSettledAtWhatTheProviderSays() {
        var live = new Session.Live(ORDER, NOW, BROADCAST, NOW.plus(LEASE));

        var ending = (Session.Ending)
                live.end(EndReason.USER_CLOSED, NOW.plusSeconds(70)).next();
        var change = ending.settled(200_000, NOW.plusSeconds(72));

        assertThat(change.ledger()).containsExactly(new LedgerEntry(LedgerEntry.Kind.SETTLED, 200_000));
        assertThat(change.facts())
                .containsExactly(new Fact.SessionEnded(
                        ORDER.sessionId(), ORDER.requestId(), ORDER.tenant(), "USER_CLOSED", 70_000, 200_000));
    }

    @Test
    void whatIsEndingKeepsItsFirstReason() {
        var ending = new Session.Ending(ORDER, NOW, "p-1", EndReason.USER_CLOSED, NOW);

        assertThat(ending.end(EndReason.LEASE_ENDED, NOW.plusSeconds(1)).next()).isSameAs(ending);
    }

    @Test
    void aLeaseIsNeverShortened() {
        var live = new Session.Live(ORDER, NOW, BROADCAST, NOW.plus(LEASE));

        assertThat(live.renew(NOW.minusSeconds(10), LEASE).next()).isSameAs(live);
        assertThat(((Session.Live) live.renew(NOW.plusSeconds(10), LEASE).next()).leaseUntil())
                .isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void anOfferIsToldAndCostsNothing() {
        var change = new Session.Offered(ORDER).offered();

        assertThat(change.ledger()).isEmpty();
        assertThat(change.facts()).singleElement().isInstanceOf(Fact.SessionOffered.class);
    }
}
