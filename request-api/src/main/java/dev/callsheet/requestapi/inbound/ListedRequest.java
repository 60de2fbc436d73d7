package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.requestapi.outbound.Summary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the listing. */
record ListedRequest(
        String id,
        String state,
        @Nullable String door,
        @Nullable String route,
        @Nullable String verdict,
        int takes,
        long settledMicros,
        @Nullable String traceId,
        Instant createdAt,
        Instant updatedAt,
        RequestView.Links links) {
    static ListedRequest of(Summary summary) {
        return new ListedRequest(
                summary.id().toString(),
                summary.state(),
                summary.door(),
                summary.route(),
                summary.verdict(),
                summary.takes(),
                summary.settledMicros(),
                summary.traceId(),
                summary.createdAt(),
                summary.updatedAt(),
                RequestView.Links.of(new RequestId(summary.id())));
    }
}
