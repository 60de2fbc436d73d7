package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProportionTest {
    private static final Offset<Double> PRINTED = within(0.00006);

    /** Newcombe, Statistics in Medicine 17, 1998, p. 857, table I, method 3. */
    @Test
    void theWilsonIntervalIsTheTextbooks() {
        assertInterval(new Proportion(81, 263).wilson(), 0.2553, 0.3662);
        assertInterval(new Proportion(15, 148).wilson(), 0.0624, 0.1605);
        assertInterval(new Proportion(0, 20).wilson(), 0.0000, 0.1611);
        assertInterval(new Proportion(1, 29).wilson(), 0.0061, 0.1718);
    }

    /** Newcombe, Statistics in Medicine 17, 1998, p. 873, table II, method 10. */
    @Test
    void theDifferencesIntervalIsTheTextbooks() {
        assertInterval(new Proportion(56, 70).less(new Proportion(48, 80)), 0.0524, 0.3339);
        assertInterval(new Proportion(9, 10).less(new Proportion(3, 10)), 0.1705, 0.8090);
        assertInterval(new Proportion(5, 56).less(new Proportion(0, 29)), -0.0381, 0.1926);
        assertInterval(new Proportion(10, 10).less(new Proportion(0, 20)), 0.6791, 1.0000);
    }

    @Test
    void aShareOfNothingSaysNothing() {
        assertThat(new Proportion(0, 0).rate()).isEmpty();
        assertThat(new Proportion(0, 0).wilson()).isEqualTo(new Interval(0, 1));
        assertThat(new Proportion(0, 0).less(new Proportion(1, 2))).isEqualTo(new Interval(-1, 1));
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, PRINTED);
        assertThat(interval.high()).isCloseTo(high, PRINTED);
    }
}
