package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import java.time.Duration;

/** When a take is expected to end. Pure. */
public final class Forecasts {
    /** Of the normal distribution: 95 of 100 lie below. */
    private static final double Z95 = 1.645;

    private Forecasts() {}

    /** Of a take that the provider has just begun with. @param beat how late its end may be seen, with its copying */
    public static Fact.Forecast rendering(Durations.Spread spread, Duration beat) {
        return new Fact.Forecast(
                null,
                spread.half().plus(beat).toMillis(),
                spread.p95().plus(beat.multipliedBy(2)).toMillis());
    }

    /**
     * Of a take that waits: the slots before it are given free one after the other, each after a render.
     *
     * @param place how many takes are served before it
     * @param slots renders at a time
     * @param free slots that wait for takes
     * @param pause how long the model takes nothing at first
     */
    public static Fact.Forecast waiting(
            int place, int slots, int free, Durations.Spread spread, Duration beat, Duration pause) {
        Fact.Forecast render = rendering(spread, beat);
        int before = Math.max(0, place + 1 - free);
        double cycle = spread.mean().plus(beat).toMillis();
        double rounds = (double) before / Math.max(1, slots);
        double likely = rounds * cycle;
        // Renders end independently of each other: the sum's spread grows with the root.
        double spreadMillis = spread.p95().minus(spread.half()).toMillis() / Z95;
        double latest = before == 0
                ? 0
                : Math.ceil(rounds) * cycle + Z95 * Math.abs(spreadMillis) * Math.sqrt(Math.ceil(rounds));
        return new Fact.Forecast(
                place,
                Math.round(likely) + render.likelyMs() + pause.toMillis(),
                Math.round(latest) + render.latestMs() + pause.toMillis());
    }

    /**
     * How many takes are served before the k-th of a tenant, by weight: of each other tenant what its weight gives it,
     * but no more than it has.
     *
     * @param ahead takes of the same tenant before it
     */
    public static int place(int ahead, double weight, Iterable<Rival> rivals) {
        double place = ahead;
        for (Rival rival : rivals) {
            place += Math.min(rival.waiting(), (ahead + 1) * rival.weight() / weight);
        }
        return (int) Math.floor(place);
    }

    /** Another tenant in the same line. */
    public record Rival(long waiting, double weight) {}
}
