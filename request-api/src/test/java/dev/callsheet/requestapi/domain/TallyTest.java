package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void allTogetherHaveTheStateThatNoneContradicts() {
        assertThat(tally(0, Map.of(State.COMPLETED, 3)).state(true)).isEqualTo(State.COMPLETED);
        assertThat(tally(1, Map.of(State.COMPLETED, 3)).state(true)).isEqualTo(State.PARTLY);
        assertThat(tally(0, Map.of(State.COMPLETED, 3, State.QUEUED, 1)).state(true))
                .isEqualTo(State.FANNED_OUT);
        assertThat(tally(0, Map.of(State.COMPLETED, 1, State.FAILED, 2)).state(true))
                .isEqualTo(State.PARTLY);
        assertThat(tally(0, Map.of(State.CANCELLED, 2)).state(true)).isEqualTo(State.CANCELLED);
        assertThat(tally(0, Map.of(State.CANCELLED, 2, State.FAILED, 1)).state(true))
                .isEqualTo(State.FAILED);
        assertThat(tally(4, Map.of()).state(true)).isEqualTo(State.FAILED);
        assertThat(tally(0, Map.of(State.COMPLETED, 3)).state(false)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theEndIsForetoldFromThePaceOnceEnoughHaveEnded() {
        Tally tally = new Tally(
                0,
                Map.of(State.COMPLETED, 101, State.QUEUED, 400),
                Ledger.EMPTY,
                400,
                NOW.plusSeconds(1),
                NOW.plusSeconds(2),
                NOW.minusSeconds(100));

        Tally.Forecast forecast = tally.forecast(NOW).orElseThrow();

        assertThat(forecast.basis()).isEqualTo(Tally.Basis.PACE);
        assertThat(forecast.likelyAt()).isEqualTo(NOW.plusSeconds(400));
        assertThat(forecast.latestAt()).isCloseTo(NOW.plus(Duration.ofSeconds(473)), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void beforeThatFromTheLastOfThemIfAllAreForetold() {
        assertThat(foretold(5, 5))
                .isEqualTo(new Tally.Forecast(NOW.plusSeconds(60), NOW.plusSeconds(90), Tally.Basis.TAKES));
        assertThat(foretold(5, 4)).isNull();
    }

    private static Tally.@Nullable Forecast foretold(int open, int foretold) {
        return new Tally(
                        0,
                        Map.of(State.QUEUED, open),
                        Ledger.EMPTY,
                        foretold,
                        NOW.plusSeconds(60),
                        NOW.plusSeconds(90),
                        null)
                .forecast(NOW)
                .orElse(null);
    }

    private static Tally tally(int refused, Map<State, Integer> states) {
        return new Tally(refused, states, Ledger.EMPTY, 0, null, null, null);
    }
}
