package dev.callsheet.simulate.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QueueingTest {
    @Test
    void oneServerWaitsAsOftenAsItIsBusy() {
        assertThat(Queueing.waits(1, 0.7)).isCloseTo(0.7, within(1e-12));
        // M/M/1: rho / (1 - rho) services.
        assertThat(Queueing.meanWait(1, 0.7, 2, 1)).isCloseTo(2 * 0.7 / 0.3, within(1e-9));
    }

    @Test
    void erlangsTableIsReproduced() {
        // Two servers, load 1: 1/3. Ten servers at nine: 0.6687 (printed tables of Erlang C).
        assertThat(Queueing.waits(2, 1)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Queueing.waits(10, 9)).isCloseTo(0.6687, within(1e-4));
    }

    @Test
    void manyServersStayInRange() {
        assertThat(Queueing.waits(100_000, 90_000)).isBetween(0.0, 1e-9);
        assertThat(Queueing.waits(100_000, 99_990)).isBetween(0.9, 1.0);
    }

    @Test
    void aFullRoomHasNoMeanWait() {
        assertThat(Queueing.meanWait(3, 3, 1, 1)).isInfinite();
        assertThat(Queueing.waits(3, 5)).isEqualTo(1);
    }

    @Test
    void quantilesAreThoseOfTheOrderedValues() {
        var sample = new Sample();
        for (int i = 100; i > 0; i--) {
            sample.add(i);
        }
        assertThat(sample.quantile(0.5)).isEqualTo(50);
        assertThat(sample.quantile(0.99)).isEqualTo(99);
        assertThat(sample.quantile(1)).isEqualTo(100);
        assertThat(sample.mean()).isCloseTo(50.5, within(1e-9));
    }
}
