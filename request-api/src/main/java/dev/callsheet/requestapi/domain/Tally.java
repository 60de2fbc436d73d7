package dev.callsheet.requestapi.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of a batch stand, counted.
 *
 * @param refused rows that became no request
 * @param states how many requests are in each state
 * @param foretold how many of the open ones have a forecast
 * @param likelyAt of the open one that ends last, likely; null without a forecast
 * @param latestAt of the open one that ends last, at the latest
 * @param firstEnd when the first one ended
 */
public record Tally(
        int refused,
        Map<State, Integer> states,
        Ledger ledger,
        int foretold,
        @Nullable Instant likelyAt,
        @Nullable Instant latestAt,
        @Nullable Instant firstEnd) {
    /** Fewer say little about the pace. */
    private static final int ENOUGH_ENDS = 20;

    /** One-sided 95 % of the normal distribution. */
    private static final double Z95 = 1.645;

    public Tally {
        Map<State, Integer> copy = new EnumMap<>(State.class);
        copy.putAll(states);
        states = Map.copyOf(copy);
    }

    /** When the last one will have ended. @param basis from where that is known */
    public record Forecast(Instant likelyAt, Instant latestAt, Basis basis) {}

    /** What a forecast stands on. */
    public enum Basis {
        /** What the workers foretell of each. */
        TAKES,
        /** How fast the others ended. */
        PACE
    }

    public int requests() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(State... which) {
        int sum = 0;
        for (State state : which) {
            sum += states.getOrDefault(state, 0);
        }
        return sum;
    }

    /** Requests of which nothing more will come. */
    public int ended() {
        return of(Arrays.stream(State.values()).filter(State::isFinal).toArray(State[]::new));
    }

    public int open() {
        return requests() - ended();
    }

    /** The state of all together; a refused row counts as one without a result. @param sent whether all are on the log */
    public State state(boolean sent) {
        if (!sent) {
            return State.ACCEPTED;
        }
        if (open() > 0) {
            return State.FANNED_OUT;
        }
        int good = of(State.COMPLETED, State.ENDED);
        if (good == requests() && refused == 0) {
            return State.COMPLETED;
        }
        if (good > 0 || of(State.PARTLY) > 0) {
            return State.PARTLY;
        }
        return requests() > 0 && of(State.CANCELLED) == requests() ? State.CANCELLED : State.FAILED;
    }

    /**
     * Once enough have ended, the pace of all so far: n ends to come after m seen, as of a Poisson process, take n times the
     * mean gap, with a relative standard error of sqrt(1/n + 1/m). Until then the latest of what is foretold of each, if
     * it is of all.
     */
    public Optional<Forecast> forecast(Instant now) {
        int open = open();
        if (open == 0) {
            return Optional.empty();
        }
        int ended = ended();
        if (ended >= ENOUGH_ENDS && firstEnd != null && firstEnd.isBefore(now)) {
            double gap = (double) Duration.between(firstEnd, now).toMillis() / (ended - 1);
            double likely = open * gap;
            double latest = likely * (1 + Z95 * Math.sqrt(1.0 / open + 1.0 / ended));
            return Optional.of(new Forecast(now.plusMillis((long) likely), now.plusMillis((long) latest), Basis.PACE));
        }
        return foretold == open && likelyAt != null && latestAt != null
                ? Optional.of(new Forecast(likelyAt, latestAt, Basis.TAKES))
                : Optional.empty();
    }
}
