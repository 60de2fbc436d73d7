package dev.callsheet.twin.render.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final Drift.Rates RATES = new Drift.Rates(0.20, 0.45);

    @Test
    void theSameSeedAndPromptAlwaysDecideAlike() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(Drift.decide(seed, "Image 1 sings", true, RATES))
                    .isEqualTo(Drift.decide(seed, "Image 1 sings", true, RATES));
        }
    }

    @Test
    void theSharesAreThoseOfTheRates() {
        assertThat(share(true)).isCloseTo(0.20, within(0.03));
        assertThat(share(false)).isCloseTo(0.45, within(0.03));
    }

    @Test
    void aBoundClipDriftsOnlyWhereTheUnboundOneWouldToo() {
        for (int seed = 0; seed < 500; seed++) {
            if (!(Drift.decide(seed, "p", true, RATES) instanceof Drift.None)) {
                assertThat(Drift.decide(seed, "p", false, RATES)).isNotInstanceOf(Drift.None.class);
            }
        }
    }

    private static double share(boolean bound) {
        int clips = 4000;
        return IntStream.range(0, clips)
                        .filter(seed -> !(Drift.decide(seed, "she walks", bound, RATES) instanceof Drift.None))
                        .count()
                / (double) clips;
    }
}
