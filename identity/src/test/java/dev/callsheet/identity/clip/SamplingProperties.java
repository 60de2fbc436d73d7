package dev.callsheet.identity.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SamplingProperties {
    @Property
    void theFirstAndTheLastFrameAreAlwaysLookedAt(
            @ForAll @IntRange(min = 1, max = 3000) int frames, @ForAll @DoubleRange(min = 8, max = 120) double fps) {
        List<Integer> chosen = Sampling.choose(times(frames, fps));

        assertThat(chosen).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(frames - 1);
    }

    @Property
    void thereAreNeitherTooFewNorTooMany(
            @ForAll @IntRange(min = 1, max = 3000) int frames, @ForAll @DoubleRange(min = 8, max = 120) double fps) {
        int chosen = Sampling.choose(times(frames, fps)).size();

        assertThat(chosen).isBetween(Math.min(frames, Sampling.FEWEST), Sampling.MOST);
    }

    @Property
    void noGapIsMuchLongerThanAQuarterOfASecondInAClipOfUpToFifteenSeconds(
            @ForAll @IntRange(min = 48, max = 360) int frames) {
        List<Double> times = times(frames, 24);
        List<Integer> chosen = Sampling.choose(times);

        for (int i = 1; i < chosen.size(); i++) {
            assertThat(times.get(chosen.get(i)) - times.get(chosen.get(i - 1))).isLessThan(0.25 + 2 / 24.0);
        }
    }

    private static List<Double> times(int frames, double fps) {
        return IntStream.range(0, frames).mapToObj(i -> i / fps).toList();
    }
}
