package dev.callsheet.chaos.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session at the provider, from its own books.
 *
 * @param endedAt null while its meter runs
 */
record Paid(
        String providerId,
        String state,
        @Nullable Instant since,
        @Nullable Instant endedAt,
        long micros) {}
