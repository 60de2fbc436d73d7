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

    /** With probability p of the right person and at most m takes: takes (1 - (1 - p)^m) / p, accepted 1 - (1 - p)^m. */
    @Test
    void takesOfOnePromptFollowTheGeometricLaw() {
        double right = 1 - RATES.unbound();
        int most = 4;
        int requests = 3000;
        int takes = 0;
        int accepted = 0;
        for (int request = 0; request < requests; request++) {
            boolean same = false;
            for (int take = 0; take < most && !same; take++) {
                long seed = Chance.number(request, "take", Integer.toString(take)) & 0x7fff_ffffL;
                same = Drift.decide(seed, "she walks", false, RATES) instanceof Drift.None;
                takes++;
            }
            accepted += same ? 1 : 0;
        }

        double miss = Math.pow(1 - right, most);
        assertThat(takes / (double) requests).isCloseTo((1 - miss) / right, within(0.09));
        assertThat(accepted / (double) requests).isCloseTo(1 - miss, within(0.02));
    }

    private static double share(boolean bound) {
        int clips = 4000;
        return IntStream.range(0, clips)
                        .filter(seed -> !(Drift.decide(seed, "she walks", bound, RATES) instanceof Drift.None))
                        .count()
                / (double) clips;
    }
}
