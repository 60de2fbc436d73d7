package dev.callsheet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void aRatioIsTakenRoundByRoundAndItsMedianIsHeldAgainstTheGoal() {
        // The medians of the two sides would say 2.
        Ratio ratio = Ratio.of("x", List.of(1.0, 4.0, 9.0), List.of(2.0, 1.0, 3.0), Ratio.atLeast(3.0))
                .orElseThrow();

        assertThat(ratio.spread().median()).isEqualTo(3.0);
        assertThat(ratio.spread().min()).isEqualTo(0.5);
        assertThat(ratio.spread().max()).isEqualTo(4.0);
        assertThat(ratio.met()).contains(true);
    }

    @Test
    void aGoalMayBeACeiling() {
        assertThat(Ratio.absolute("x", List.of(17.0), Ratio.atMost(16.0))
                        .orElseThrow()
                        .met())
                .contains(false);
    }

    @Test
    void whatWasNotMeasuredHasNoRatio() {
        assertThat(Ratio.of("x", List.of(1.0), List.of(), Optional.empty())).isEmpty();
    }

    @Test
    void roundsOfDifferentNumberAreNotCompared() {
        assertThatThrownBy(() -> Ratio.of("x", List.of(1.0, 2.0), List.of(1.0), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }
}
