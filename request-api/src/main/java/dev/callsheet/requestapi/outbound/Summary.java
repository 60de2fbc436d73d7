package dev.callsheet.requestapi.outbound;

import dev.callsheet.requestapi.domain.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list. Money in micros of US dollars.
 *
 * @param approved takes on which a person's last word was that; rejected likewise
 * @param progress null if nothing is foretold
 */
public record Summary(
        UUID id,
        String state,
        @Nullable String name,
        @Nullable String campaign,
        @Nullable String door,
        @Nullable String route,
        @Nullable String verdict,
        int takes,
        @Nullable String clipUri,
        long settledMicros,
        int approved,
        int rejected,
        @Nullable String traceId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Progress progress) {}
