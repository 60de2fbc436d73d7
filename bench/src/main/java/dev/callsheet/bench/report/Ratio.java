package dev.callsheet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One contender's figure by another's, round by round: never of two sessions.
 *
 * @param goal what is aimed at; absent where the ratio only explains
 * @param met whether the median meets the goal
 */
public record Ratio(String name, Spread spread, Optional<Goal> goal, Optional<Boolean> met) {
    /** At least, or at most, a value. */
    public record Goal(Side side, double value) {
        boolean holds(double found) {
            return side == Side.AT_LEAST ? found >= value : found <= value;
        }
    }

    /** Which side of the value is good. */
    public enum Side {
        AT_LEAST,
        AT_MOST
    }

    public static Optional<Goal> atLeast(double value) {
        return Optional.of(new Goal(Side.AT_LEAST, value));
    }

    public static Optional<Goal> atMost(double value) {
        return Optional.of(new Goal(Side.AT_MOST, value));
    }

    /**
     * Empty if one side was not measured.
     *
     * @param above one value a round
     * @param below one value a round, of the same rounds
     */
    public static Optional<Ratio> of(String name, List<Double> above, List<Double> below, Optional<Goal> goal) {
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        if (above.size() != below.size()) {
            throw new IllegalArgumentException(name + ": " + above.size() + " rounds by " + below.size());
        }
        List<Double> rounds = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            rounds.add(above.get(i) / below.get(i));
        }
        return absolute(name, rounds, goal);
    }

    /** A figure that has a goal of its own, as microseconds of processor time. */
    public static Optional<Ratio> absolute(String name, List<Double> rounds, Optional<Goal> goal) {
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        Spread spread = Spread.of(rounds);
        return Optional.of(new Ratio(name, spread, goal, goal.map(wanted -> wanted.holds(spread.median()))));
    }
}
