package dev.callsheet.identity.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SamplingProperties {
    @Property
    void theFirstAndTheLastFrameAreAlwaysLookedAt(
            @ForAll @IntRange(min = 1, max = 3000) int frames, @ForAll @DoubleRange(min = 8, max = 120) double fps) {
        List<Integer> chosen = Sampling.choose(times(frames, fps), List.of());

        assertThat(chosen).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(frames - 1);
    }

    @Property
    void thereAreNeitherTooFewNorTooMany(
            @ForAll @IntRange(min = 1, max = 3000) int frames, @ForAll @DoubleRange(min = 8, max = 120) double fps) {
        int chosen = Sampling.choose(times(frames, fps), List.of()).size();

        assertThat(chosen).isBetween(Math.min(frames, Sampling.FEWEST), Sampling.MOST);
    }

    @Property
    void noGapIsMuchLongerThanAQuarterOfASecondInAClipOfUpToFifteenSeconds(
            @ForAll @IntRange(min = 48, max = 360) int frames) {
        List<Double> times = times(frames, 24);
        List<Integer> chosen = Sampling.choose(times, List.of());

        for (int i = 1; i < chosen.size(); i++) {
            assertThat(times.get(chosen.get(i)) - times.get(chosen.get(i - 1))).isLessThan(0.25 + 2 / 24.0);
        }
    }

    @Property
    void bothSidesOfACutAreLookedAt(
            @ForAll @IntRange(min = 100, max = 2000) int frames, @ForAll @IntRange(min = 1, max = 99) int cut) {
        List<Integer> chosen = Sampling.choose(times(frames, 25), List.of(cut));

        assertThat(chosen).contains(cut - 1, cut).isSorted();
        assertThat(chosen.size()).isLessThanOrEqualTo(Sampling.MOST);
    }

    @Property
    void howeverManyCutsThereAreTheClipIsLookedAtToItsEnd(@ForAll @IntRange(min = 2, max = 500) int cuts) {
        List<Integer> chosen = Sampling.choose(
                times(1001, 25), IntStream.rangeClosed(1, cuts).boxed().toList());

        assertThat(chosen).startsWith(0).endsWith(1000).hasSizeLessThanOrEqualTo(Sampling.MOST);
    }

    @Property
    void aChangeIsLookedAtTwelveTimesASecond(@ForAll @DoubleRange(min = 1, max = 9) double moment) {
        List<Double> times = times(250, 25);

        List<Integer> around = Sampling.around(times, List.of(moment), Set.of());

        assertThat(around).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(around.getFirst())).isCloseTo(moment - 0.5, within(0.05));
        assertThat(times.get(around.getLast())).isCloseTo(moment + 0.5, within(0.05));
        assertThat(around.size()).isBetween(11, 13);
    }

    private static List<Double> times(int frames, double fps) {
        return IntStream.range(0, frames).mapToObj(i -> i / fps).toList();
    }
}
