package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Campaign;
import dev.callsheet.requestapi.domain.Ledger;
import dev.callsheet.requestapi.outbound.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns as our answers show them, with links that work for a while. */
@ApplicationScoped
class CampaignViews {
    private static final String COUNTED =
            "requests with a clip that passed or that a person approved, and whose last ruling"
                    + " is no rejection; the cost is all that was settled, also for clips that were not accepted";

    private final StoredObjects objects;

    CampaignViews(StoredObjects objects) {
        this.objects = objects;
    }

    /**
     * A campaign.
     *
     * @param takes paid attempts at its requests
     * @param consistency as the scorer told it last; absent as long as it told nothing
     * @param pageLink the whole as one file that can be sent on; this and the next work without a key for a while
     */
    record CampaignView(
            String name,
            Requests requests,
            int takes,
            @Nullable Consistency consistency,
            Rulings rulings,
            Accepted accepted,
            Ledger money,
            @Nullable Instant updatedAt,
            @Nullable List<TrialViews.Listed> trials,
            @Nullable String pageLink,
            @Nullable String sheetLink,
            @Nullable String reportLink,
            Links links) {}

    /** @param without that ended without a clip */
    record Requests(int total, int completed, int without) {}

    /**
     * The Identity Consistency Rate with its Wilson interval at 95 %, apart for takes whose prompt named the characters and
     * for those whose did not.
     *
     * @param takes how many were counted
     */
    record Consistency(
            int takes,
            Fact.@Nullable Consistency bound,
            Fact.@Nullable Consistency unbound,
            @Nullable Instant at) {}

    /** Takes on which a person's last word was this. */
    record Rulings(int approved, int rejected) {}

    /** @param costMicros for each; absent without one @param counted what counts as accepted, and which cost is shared */
    record Accepted(int clips, @Nullable Long costMicros, String counted) {}

    /** Addresses below this service. */
    record Links(String self, String trials) {}

    CampaignView of(TenantId tenant, Campaign campaign, @Nullable List<TrialViews.Listed> trials) {
        Fact.CampaignScored scored = campaign.scored();
        String self = self(campaign.name());
        return new CampaignView(
                campaign.name(),
                new Requests(campaign.requests(), campaign.completed(), campaign.without()),
                campaign.takes(),
                scored == null
                        ? null
                        : new Consistency(scored.takes(), scored.bound(), scored.unbound(), campaign.scoredAt()),
                new Rulings(campaign.approved(), campaign.rejected()),
                new Accepted(campaign.accepted(), campaign.perAcceptedMicros(), COUNTED),
                campaign.ledger(),
                campaign.updatedAt(),
                trials,
                scored == null ? null : objects.link(tenant, scored.page()),
                scored == null ? null : objects.link(tenant, scored.sheet()),
                scored == null ? null : objects.link(tenant, scored.report()),
                new Links(self, self + "/trials"));
    }

    static String self(String campaign) {
        return Entrance.CAMPAIGNS + "/" + CharacterView.escaped(campaign);
    }
}
