package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.CampaignWords;
import dev.callsheet.stack.door.IdentityDesk;
import dev.callsheet.stack.door.Patience;
import java.time.Duration;

/** How the campaign stands when all its requests have ended. */
record CampaignScene(IdentityDesk desk) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /**
     * The campaign, which is told of after its last take.
     *
     * @param takes how many it must count
     * @return as far as it was told within the limit
     */
    JsonNode play(String campaign, int takes) {
        long end = System.nanoTime() + LIMIT.toNanos();
        JsonNode seen = desk.campaign(campaign);
        while (CampaignWords.counted(seen) < takes && System.nanoTime() < end) {
            Patience.rest();
            seen = desk.campaign(campaign);
        }
        return seen;
    }
}
