package dev.callsheet.bench;

import java.util.Locale;
import java.util.Set;

/**
 * How a run is done.
 *
 * @param only names of the contenders to run, lower case; empty for all
 * @param brief the short form: it shows that all is counted, its figures mean little
 */
public record Options(int rounds, boolean brief, Set<String> only) {
    public Options {
        only = Set.copyOf(only);
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds: found " + rounds + "; allowed are 1 and more");
        }
    }

    /** Whether a contender takes part. */
    public boolean runs(Enum<?> contender) {
        return only.isEmpty()
                || only.contains(contender.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
