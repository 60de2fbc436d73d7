package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * A clip in our store.
 *
 * @param clip the file as it is stored, its mark included
 * @param rendered what the provider made, with which the file begins
 * @param mark the kind of its mark, "none" for none
 * @param unmarked why there is none; null if there is one
 */
record StoredClip(
        Fact.Clip clip,
        Rendered rendered,
        String mark,
        @Nullable String unmarked) {}
