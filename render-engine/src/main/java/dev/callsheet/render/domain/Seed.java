package dev.callsheet.render.domain;

import org.jspecify.annotations.Nullable;

/** The seed that a take is rendered with: part of the marker by which a lost submit is found again. */
public final class Seed {
    private Seed() {}

    /** The tenant's seed for the first attempt; otherwise one derived from the take's id, 0 to 2147483647. */
    public static long of(Take take, @Nullable Long wanted) {
        return wanted != null && take.attempt() == 1
                ? wanted
                : take.id().value().getLeastSignificantBits() & 0x7fff_ffffL;
    }
}
