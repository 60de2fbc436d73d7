package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * A take, what was measured at its clip, and what a person has said of it.
 *
 * @param score null as long as nothing was measured
 * @param ruling the last one; null if nobody has ruled
 */
public record Attempt(
        Take take, Fact.@Nullable Score score, @Nullable Ruling ruling) {
    public Attempt(Take take, Fact.@Nullable Score score) {
        this(take, score, null);
    }

    /** Whether this is a person's last word on the clip. */
    public boolean ruled(Ruling.Word word) {
        return ruling != null && ruling.word() == word;
    }
}
