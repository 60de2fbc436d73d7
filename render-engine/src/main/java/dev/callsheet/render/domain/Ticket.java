package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new take's place in the line.
 *
 * @param due inside of a lane, who is due first is served first
 * @param length what the duration of its render depends on; null if it cannot be rendered at all
 * @param forecast null if nothing can be foretold
 */
public record Ticket(Lane lane, Instant due, @Nullable Length length, Fact.@Nullable Forecast forecast) {}
