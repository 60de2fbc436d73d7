package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it strikes.
 *
 * @param lasts length of its effect; zero for faults without a length
 * @param amount reads or entries that it concerns; zero for faults that count nothing
 */
public record Blow(Fault fault, Duration lasts, int amount) {

    /** The fault with its usual length and amount. */
    public static Blow usual(Fault fault) {
        return of(fault, null, null);
    }

    /** The fault with the given length and amount where they are given, and the usual ones else. */
    public static Blow of(Fault fault, @Nullable Duration lasts, @Nullable Integer amount) {
        return new Blow(
                fault,
                lasts == null ? fault.traits().lasts().orElse(Duration.ZERO) : lasts,
                amount == null ? fault.traits().amount().orElse(0) : amount);
    }
}
