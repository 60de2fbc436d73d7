package dev.callsheet.requestapi.domain;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** So many of so many. */
public record Proportion(int passed, int of) {
    private static final double ERROR_RATE = 0.05;

    public Proportion {
        if (of < 0 || passed < 0 || passed > of) {
            throw new IllegalArgumentException(passed + " of " + of + " is no proportion");
        }
    }

    /** 0 to 1; empty for a share of nothing. */
    public Optional<Double> rate() {
        return of == 0 ? Optional.empty() : Optional.of((double) passed / of);
    }

    /** The score interval at 95 % (Wilson, JASA 22, 1927, p. 209); all of 0 to 1 for a share of nothing. */
    public Interval wilson() {
        if (of == 0) {
            return new Interval(0, 1);
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, passed, ERROR_RATE);
        double rate = (double) passed / of;
        // At 0 and 1 a bound is the rate itself, but for the last bits.
        return new Interval(
                Math.clamp(interval.getLowerBound(), 0, rate), Math.clamp(interval.getUpperBound(), rate, 1));
    }

    /**
     * This rate less another's, at 95 %: from both Wilson intervals (Newcombe, Statistics in Medicine 17, 1998, p. 873,
     * method 10). Arms are taken as independent, which is too wide for pairs that go together, never too narrow for them.
     * All of -1 to 1 if one of them is of nothing.
     */
    public Interval less(Proportion other) {
        if (of == 0 || other.of == 0) {
            return new Interval(-1, 1);
        }
        double mine = (double) passed / of;
        double theirs = (double) other.passed / other.of;
        Interval around = wilson();
        Interval aroundTheirs = other.wilson();
        double difference = mine - theirs;
        return new Interval(
                difference - Math.hypot(mine - around.low(), aroundTheirs.high() - theirs),
                difference + Math.hypot(around.high() - mine, theirs - aroundTheirs.low()));
    }
}
