package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void latenciesLieAroundFourMinutesDividedByTheTimeFactor() {
        assertThat(median(false, 1)).isCloseTo(240, within(12.0));
        assertThat(median(false, 60)).isCloseTo(4, within(0.2));
        assertThat(median(true, 1)).isCloseTo(168, within(9.0));
    }

    private static double median(boolean at720p, double factor) {
        var random = new SplittableRandom(1);
        return IntStream.range(0, 4001)
                .mapToObj(_ -> Timing.draw(random, Latency.USUAL, at720p, factor))
                .mapToDouble(timing -> timing.lead().plus(timing.work()).toMillis() / 1000.0)
                .sorted()
                .skip(2000)
                .findFirst()
                .orElseThrow();
    }
}
