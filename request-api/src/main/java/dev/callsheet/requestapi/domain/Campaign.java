package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands: the requests that name it, added up.
 *
 * @param requests each clip that was asked for; a fan-out counts with its children alone
 * @param without requests that ended without a clip
 * @param accepted requests with a clip that may be used: passed or approved, and not rejected
 * @param approved takes on which a person's last word was this; rejected likewise
 * @param scored the newest that the scorer told; null as long as it told nothing
 */
public record Campaign(
        String name,
        int requests,
        int completed,
        int without,
        int takes,
        int accepted,
        int approved,
        int rejected,
        Ledger ledger,
        Fact.@Nullable CampaignScored scored,
        @Nullable Instant scoredAt,
        @Nullable Instant updatedAt) {

    /** All that was spent, also on what was not accepted, for each accepted clip, rounded up; null without one. */
    public @Nullable Long perAcceptedMicros() {
        return accepted == 0 ? null : Long.valueOf(Math.ceilDiv(ledger.settledMicros(), accepted));
    }
}
