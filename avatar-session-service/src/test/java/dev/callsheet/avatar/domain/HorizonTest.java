package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long CREDIT = 100_000;

    @Test
    void withoutLimitsThereIsNoEnd() {
        assertThat(horizon(true, null, 20, OptionalLong.empty())).isNull();
    }

    @Test
    void aBudgetPaysWholeMinutes() {
        assertThat(horizon(true, 350_000L, 20, OptionalLong.empty()))
                .isEqualTo(new Horizon(NOW.plusSeconds(180), EndReason.BUDGET_ENDED));
    }

    @Test
    void aBudgetThatDoesNotPayTheNextLegEndsWithThisOne() {
        // Ten minutes of this leg are paid; the eleventh would be the first of the next.
        assertThat(horizon(true, 1_050_000L, 10, OptionalLong.empty()))
                .isEqualTo(new Horizon(NOW.plusSeconds(600), EndReason.BUDGET_ENDED));
        assertThat(horizon(true, 1_050_000L, 20, OptionalLong.empty()))
                .isEqualTo(new Horizon(NOW.plusSeconds(600), EndReason.BUDGET_ENDED));
    }

    @Test
    void creditsPayTheMinutesAfterTheOneThatRuns() {
        assertThat(horizon(true, null, 20, OptionalLong.of(2)))
                .isEqualTo(new Horizon(NOW.plusSeconds(180), EndReason.CREDITS_ENDED));
    }

    @Test
    void theFirstOfAllEndsCounts() {
        assertThat(horizon(false, 350_000L, 20, OptionalLong.of(0)))
                .isEqualTo(new Horizon(NOW.plusSeconds(60), EndReason.CREDITS_ENDED));
        assertThat(horizon(false, 99_000_000L, 60, OptionalLong.of(99)))
                .isEqualTo(new Horizon(NOW.plusSeconds(1200), EndReason.MAX_DURATION_REACHED));
    }

    private static @Nullable Horizon horizon(
            boolean alwaysOn, @Nullable Long budget, int capMinutes, OptionalLong credits) {
        var order = Orders.order("horizon", Duration.ofMinutes(20), alwaysOn, budget);
        var leg = new Leg.Live(
                1,
                0,
                NOW,
                new Broadcast("p-1", null, new Media.None(), null),
                NOW.plus(Duration.ofMinutes(capMinutes)));
        var session = new Session.Live(order, new Legs(List.of(leg)), NOW);
        return Horizon.of(session, leg, credits, CREDIT, NOW.plusSeconds(30));
    }
}
