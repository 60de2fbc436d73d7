package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is fixed about a fault.
 *
 * @param word its name in prompts, scripts and at the admin door
 * @param strikes how many calls a magic word strikes when it gives no count
 * @param lasts how long its effect lasts unless told otherwise; empty if it has no length
 * @param amount how many reads or entries it concerns unless told otherwise; empty if it counts nothing
 */
public record Traits(String word, int strikes, Optional<Duration> lasts, OptionalInt amount) {

    /** A length without end: a century. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    /** An amount without end. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** A fault whose magic word strikes one call. */
    static Traits once(String word) {
        return new Traits(word, 1, Optional.empty(), OptionalInt.empty());
    }

    /** A fault whose magic word strikes every call. */
    static Traits always(String word) {
        return new Traits(word, ALWAYS, Optional.empty(), OptionalInt.empty());
    }

    /** The same with a usual length. */
    Traits lasting(Duration usual) {
        return new Traits(word, strikes, Optional.of(usual), amount);
    }

    /** The same with a usual length in seconds. */
    Traits lasting(long seconds) {
        return lasting(Duration.ofSeconds(seconds));
    }

    /** The same with a usual amount. */
    Traits amounting(int usual) {
        return new Traits(word, strikes, lasts, OptionalInt.of(usual));
    }
}
