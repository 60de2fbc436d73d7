package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.Durations.Kind;
import dev.callsheet.render.domain.Durations.Spread;
import dev.callsheet.render.domain.Forecasts.Rival;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Spread FOUR_MINUTES = new Spread(
            100, Duration.ofSeconds(240), Duration.ofSeconds(420), Duration.ofSeconds(600), Duration.ofSeconds(255));

    @Test
    void aRivalTakesWhatItsWeightGivesItAndNoMoreThanItHas() {
        assertThat(Forecasts.place(0, 1, List.of(new Rival(10_000, 1)))).isEqualTo(1);
        assertThat(Forecasts.place(9, 1, List.of(new Rival(10_000, 1)))).isEqualTo(19);
        assertThat(Forecasts.place(9, 1, List.of(new Rival(3, 1)))).isEqualTo(12);
        assertThat(Forecasts.place(9, 2, List.of(new Rival(10_000, 1)))).isEqualTo(14);
    }

    @Test
    void whoFindsAFreeSlotWaitsForItsRenderOnly() {
        Fact.Forecast forecast = Forecasts.waiting(0, 8, 1, FOUR_MINUTES, BEAT, Duration.ZERO);

        assertThat(forecast.likelyMs()).isEqualTo(245_000);
        assertThat(forecast.latestMs()).isEqualTo(430_000);
    }

    @Test
    void aModelThatRestsIsWaitedFor() {
        Fact.Forecast forecast = Forecasts.waiting(0, 8, 1, FOUR_MINUTES, BEAT, Duration.ofMinutes(1));

        assertThat(forecast.likelyMs()).isEqualTo(305_000);
    }

    @Test
    void tooFewSamplesOfALengthAreNoKnowledgeOfIt() {
        Spread few = new Spread(3, BEAT, BEAT, BEAT, BEAT);
        Durations durations = new Durations(
                Map.of(new Kind("m", "720P", 5), few, new Kind("m", "720P", null), FOUR_MINUTES),
                new Spread(0, BEAT, BEAT, BEAT, BEAT));

        assertThat(durations.of("m", new Length("720P", 5))).isEqualTo(FOUR_MINUTES);
        assertThat(durations.of("other", new Length("720P", 5)).samples()).isZero();
    }

    /** A line before some slots, played through: of a hundred takes, at least ninety end before what was stated. */
    @Test
    void ninetyOfAHundredTakesEndBeforeTheirStatedTime() {
        Random random = new Random(11);
        long[] sample = new long[2000];
        Arrays.setAll(sample, _ -> millis(random));
        Spread measured = spread(sample);
        int kept = 0;
        int takes = 0;
        for (int slots : new int[] {1, 4, 8, 32}) {
            for (int waiting : new int[] {1, 5, 40, 300}) {
                PriorityQueue<Long> free = new PriorityQueue<>();
                for (int slot = 0; slot < slots; slot++) {
                    // Each slot is somewhere in a render of its own.
                    free.add((long) (random.nextDouble() * millis(random)));
                }
                for (int place = 0; place < waiting; place++) {
                    long end = free.remove() + millis(random) + BEAT.toMillis();
                    free.add(end);
                    Fact.Forecast stated = Forecasts.waiting(place, slots, 0, measured, BEAT, Duration.ZERO);
                    takes++;
                    kept += end <= stated.latestMs() ? 1 : 0;
                }
            }
        }
        assertThat((double) kept / takes).isGreaterThan(0.9);
    }

    /** Log-normal about four minutes. */
    private static long millis(Random random) {
        return Math.round(240_000 * Math.exp(0.35 * random.nextGaussian()));
    }

    private static Spread spread(long[] sample) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Spread(
                sorted.length,
                Duration.ofMillis(sorted[sorted.length / 2]),
                Duration.ofMillis(sorted[sorted.length * 95 / 100]),
                Duration.ofMillis(sorted[sorted.length * 99 / 100]),
                Duration.ofMillis((long) Arrays.stream(sorted).average().orElseThrow()));
    }
}
