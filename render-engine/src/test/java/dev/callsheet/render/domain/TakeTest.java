package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.LedgerEntry.Kind;
import dev.callsheet.render.domain.TakeState.Failed;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.domain.TakeState.Queued;
import dev.callsheet.render.domain.TakeState.Rendering;
import dev.callsheet.render.domain.TakeState.Unsure;
import dev.callsheet.render.domain.TakeState.Wedged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theIntentCommitsThePrice() {
        Transition intent = queued().next(new Signal.Intended(), START);

        assertThat(intent.entries()).containsExactly(new LedgerEntry(Kind.COMMITTED, 500_000));
        assertThat(intent.take().state().moneyOpen()).isTrue();
    }

    @Test
    void aLostAnswerLeavesTheMoneyOpenAndTellsSo() {
        Transition lost = after(new Signal.Intended()).next(new Signal.Ambiguous("cut"), START);

        assertThat(lost.take().state()).isInstanceOf(Unsure.class);
        assertThat(lost.entries()).isEmpty();
        assertThat(lost.facts()).hasOnlyElementsOfType(Fact.TakeUnsure.class);
    }

    @Test
    void anUnsureTakeIsNeverSubmittedAgainByAnIntent() {
        Take unsure = after(new Signal.Intended(), new Signal.Ambiguous("cut"));

        assertThat(unsure.next(new Signal.Intended(), START).take()).isSameAs(unsure);
    }

    @Test
    void aJobEndedByARateLimitGoesBackToTheQueueForNothing() {
        Transition back = after(new Signal.Intended(), new Signal.Accepted("job"))
                .next(new Signal.NotTaken("rate limit exceeded(RPM)"), START);

        assertThat(back.take().state()).isEqualTo(new Queued(1));
        assertThat(back.entries()).containsExactly(new LedgerEntry(Kind.RELEASED, 500_000));
    }

    @Test
    void aWedgedTakeThatEndsLateIsFetched() {
        Take wedged = after(new Signal.Intended(), new Signal.Accepted("job"), new Signal.Late("late"));

        assertThat(wedged.state()).isInstanceOf(Wedged.class);
        assertThat(wedged.next(new Signal.Ended(), START).take().state()).isInstanceOf(Fetching.class);
    }

    @Test
    void aSuccessWithoutAClipIsReadAgainAndThenPaidAndSaid() {
        Take take = after(new Signal.Intended(), new Signal.Accepted("job"), new Signal.Empty(), new Signal.Empty());
        assertThat(take.state()).isInstanceOf(Rendering.class);

        Transition end = take.next(new Signal.Empty(), START);

        assertThat(end.take().state()).isInstanceOf(Failed.class);
        assertThat(end.entries()).containsExactly(new LedgerEntry(Kind.SETTLED, 500_000));
    }

    @Test
    void triesCountUpOverPutOffSubmits() {
        Take take = after(
                new Signal.Intended(), new Signal.NotTaken("503"), new Signal.Intended(), new Signal.NotTaken("503"));

        assertThat(take.state()).isEqualTo(new Queued(2));
    }

    private static Take queued() {
        TenantId tenant = new TenantId("demo");
        return Take.queued(RequestId.ofKey(tenant, "k"), tenant, 1, "wan2.7-i2v", 500_000, START, null)
                .take();
    }

    private static Take after(Signal... signals) {
        Take take = queued();
        for (Signal signal : List.of(signals)) {
            take = take.next(signal, START).take();
        }
        return take;
    }
}
