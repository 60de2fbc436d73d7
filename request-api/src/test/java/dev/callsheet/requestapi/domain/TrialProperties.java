package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TrialProperties {
    @Property(tries = 200)
    void anIntervalHoldsItsRateAndIsNarrowerTheMoreThereAre(
            @ForAll @IntRange(max = 200) int passed, @ForAll @IntRange(min = 1, max = 200) int of) {
        var one = new Proportion(Math.min(passed, of), of);
        var ten = new Proportion(10 * one.passed(), 10 * of);

        assertThat(one.wilson().holds(one.rate().orElseThrow())).isTrue();
        assertThat(one.wilson().low()).isBetween(0.0, 1.0);
        assertThat(width(ten.wilson())).isLessThan(width(one.wilson()));
    }

    @Property(tries = 200)
    void theOtherArmsDifferenceIsTheSameTheOtherWayRound(
            @ForAll @IntRange(max = 50) int a, @ForAll @IntRange(max = 50) int b) {
        Interval one = new Proportion(a, 50).less(new Proportion(b, 50));
        Interval other = new Proportion(b, 50).less(new Proportion(a, 50));

        assertThat(one.low()).isEqualTo(-other.high());
        assertThat(one.high()).isEqualTo(-other.low());
        assertThat(one.holds((a - b) / 50.0)).isTrue();
        assertThat(one.low()).isGreaterThanOrEqualTo(-1.0000001);
    }

    @Property(tries = 200)
    void morePowerOrASmallerDifferenceNeedsMorePairs(
            @ForAll @DoubleRange(min = 0.3, max = 0.5) double text,
            @ForAll @DoubleRange(min = 0.1, max = 0.4) double more) {
        assertThat(design(text + more, text, 0.05, 0.9).needed())
                .isGreaterThanOrEqualTo(design(text + more, text, 0.05, 0.8).needed());
        assertThat(design(text + more / 2, text, 0.05, 0.8).needed())
                .isGreaterThan(design(text + more, text, 0.05, 0.8).needed());
    }

    @Property(tries = 200)
    void nothingIsConcludedFromTooFewOrFromHalfATrial(@ForAll("pairs") List<TrialResult.Pair> pairs) {
        TrialDesign design = design(0.8, 0.55, 0.05, 0.8);

        TrialResult result = TrialResult.of(design, pairs);

        assertThat(result.conclusion() == null).isEqualTo(result.why() != null);
        boolean through = pairs.stream().noneMatch(pair -> pair.isOpen());
        if (!through || result.complete() < result.needed() || result.p() >= 0.05) {
            assertThat(result.conclusion()).isNull();
        }
        assertThat(result.p()).isBetween(0.0, 1.0);
        assertThat(result.bound().passed().of()
                        + result.bound().count(TrialOutcome.PENDING)
                        + result.bound().count(TrialOutcome.CANCELLED))
                .isEqualTo(pairs.size());
    }

    static TrialDesign design(double bound, double text, double alpha, double power) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return new TrialDesign(nothing, nothing, 60, bound, text, alpha, power, 7);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    @Provide
    Arbitrary<List<TrialResult.Pair>> pairs() {
        var any = Arbitraries.of(TrialOutcome.class);
        var clear = Combinators.combine(Arbitraries.of(TrialOutcome.PASS), Arbitraries.of(TrialOutcome.FAIL))
                .as(TrialResult.Pair::new);
        var mixed = Combinators.combine(any, any).as(TrialResult.Pair::new);
        return Arbitraries.oneOf(clear.list().ofMinSize(40), mixed.list()).filter(list -> !list.isEmpty());
    }
}
