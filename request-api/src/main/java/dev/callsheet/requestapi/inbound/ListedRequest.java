package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.outbound.Summary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the listing. */
record ListedRequest(
        String id,
        String state,
        @Nullable String name,
        @Nullable String campaign,
        @Nullable String door,
        @Nullable String route,
        @Nullable String verdict,
        int takes,
        long settledMicros,
        CampaignViews.Rulings rulings,
        @Nullable String traceId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable ProgressView progress,
        RequestView.Links links) {
    static ListedRequest of(Summary summary) {
        return new ListedRequest(
                summary.id().toString(),
                summary.state(),
                summary.name(),
                summary.campaign(),
                summary.door(),
                summary.route(),
                summary.verdict(),
                summary.takes(),
                summary.settledMicros(),
                new CampaignViews.Rulings(summary.approved(), summary.rejected()),
                summary.traceId(),
                summary.createdAt(),
                summary.updatedAt(),
                State.named(summary.state())
                        .flatMap(state -> ProgressView.of(state, summary.progress()))
                        .orElse(null),
                RequestView.Links.of(new RequestId(summary.id()), false));
    }
}
