package dev.callsheet.requestapi.outbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list. Money in micros of US dollars. */
public record Summary(
        UUID id,
        String state,
        @Nullable String door,
        @Nullable String route,
        @Nullable String verdict,
        int takes,
        @Nullable String clipUri,
        long settledMicros,
        @Nullable String traceId,
        Instant createdAt,
        Instant updatedAt) {}
