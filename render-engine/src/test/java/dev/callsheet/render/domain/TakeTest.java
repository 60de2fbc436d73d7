package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.LedgerEntry.Kind;
import dev.callsheet.render.domain.TakeState.Failed;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.domain.TakeState.Queued;
import dev.callsheet.render.domain.TakeState.Rendering;
import dev.callsheet.render.domain.TakeState.Unsure;
import dev.callsheet.render.domain.TakeState.Wedged;
import org.junit.jupiter.api.Test;

class TakeTest {
    @Test
    void theIntentCommitsThePrice() {
        Transition intent = Histories.queued().take().next(new Signal.Intended(), Histories.START);

        assertThat(intent.entries()).containsExactly(new LedgerEntry(Kind.COMMITTED, Histories.PRICE));
        assertThat(intent.take().state().moneyOpen()).isTrue();
    }

    @Test
    void aLostAnswerLeavesTheMoneyOpenAndTellsSo() {
        Transition lost = Histories.after(new Signal.Intended()).next(new Signal.Ambiguous("cut"), Histories.START);

        assertThat(lost.take().state()).isInstanceOf(Unsure.class);
        assertThat(lost.entries()).isEmpty();
        assertThat(lost.facts()).hasOnlyElementsOfType(Fact.TakeUnsure.class);
    }

    @Test
    void anUnsureTakeIsNeverSubmittedAgainByAnIntent() {
        Take unsure = Histories.after(new Signal.Intended(), new Signal.Ambiguous("cut"));

        assertThat(unsure.next(new Signal.Intended(), Histories.START).take()).isSameAs(unsure);
    }

    @Test
    void aJobEndedByARateLimitGoesBackToTheQueueForNothing() {
        Transition back = Histories.after(new Signal.Intended(), new Signal.Accepted("job"))
                .next(new Signal.NotTaken("rate limit exceeded(RPM)"), Histories.START);

        assertThat(back.take().state()).isEqualTo(new Queued(1));
        assertThat(back.entries()).containsExactly(new LedgerEntry(Kind.RELEASED, Histories.PRICE));
    }

    @Test
    void aWedgedTakeThatEndsLateIsFetched() {
        Take wedged = Histories.after(new Signal.Intended(), new Signal.Accepted("job"), new Signal.Late("late"));

        assertThat(wedged.state()).isInstanceOf(Wedged.class);
        assertThat(wedged.next(new Signal.Ended(), Histories.START).take().state())
                .isInstanceOf(Fetching.class);
    }

    @Test
    void aSuccessWithoutAClipIsReadAgainAndThenPaidAndSaid() {
        Take take = Histories.after(new Signal.Intended(), new Signal.Accepted("job"));
        for (int read = 1; read < Take.EMPTY_READS; read++) {
            take = take.next(new Signal.Empty(), Histories.START).take();
        }
        assertThat(take.state()).isInstanceOf(Rendering.class);

        Transition end = take.next(new Signal.Empty(), Histories.START);

        assertThat(end.take().state()).isInstanceOf(Failed.class);
        assertThat(end.entries()).containsExactly(new LedgerEntry(Kind.SETTLED, Histories.PRICE));
    }

    @Test
    void triesCountUpOverPutOffSubmits() {
        Take take = Histories.after(
                new Signal.Intended(), new Signal.NotTaken("503"), new Signal.Intended(), new Signal.NotTaken("503"));

        assertThat(take.state()).isEqualTo(new Queued(2));
    }
}
