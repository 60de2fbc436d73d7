package dev.callsheet.twin.queue.domain.fault;

import dev.callsheet.twin.render.domain.Chance;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a script: which calls are struck by what.
 *
 * @param when which of the calls that fit the filters
 * @param model only calls of that model
 * @param prompt only calls whose prompt contains that
 * @param window only in that time since the script was loaded
 * @param limit most calls that it strikes
 */
public record Rule(
        Blow blow, When when, Optional<String> model, Optional<String> prompt, Optional<Window> window, int limit) {

    /** Which calls, by their number from 1. */
    public sealed interface When {

        /** Every one. */
        record Every() implements When {}

        /** Those numbers. */
        record Nth(Set<Long> numbers) implements When {}

        /** Each with that probability. */
        record Sometimes(double probability) implements When {}
    }

    /** A time since the script was loaded, the end not included. */
    public record Window(Duration from, Duration to) {

        boolean holds(Duration age) {
            return age.compareTo(from) >= 0 && age.compareTo(to) < 0;
        }
    }

    /** True if the call is one that the rule counts. */
    boolean concerns(Call call) {
        return call.door() == blow.fault().door()
                && model.map(call.model()::equals).orElse(true)
                && prompt.map(call.prompt()::contains).orElse(true);
    }

    /** True if the call of that number strikes; the same for the same seed, place in the script and number. */
    boolean strikes(long seed, int place, long number, Duration age) {
        if (window.isPresent() && !window.get().holds(age)) {
            return false;
        }
        return switch (when) {
            case When.Every _ -> true;
            case When.Nth(var numbers) -> numbers.contains(number);
            case When.Sometimes(double probability) ->
                Chance.of(seed, blow.fault().word(), String.valueOf(place), String.valueOf(number))
                                .nextDouble()
                        < probability;
        };
    }
}
