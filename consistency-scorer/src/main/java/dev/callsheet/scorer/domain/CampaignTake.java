package dev.callsheet.scorer.domain;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One take of a campaign as it is counted: everything but the portraits, which are sealed elsewhere.
 *
 * @param campaign as the tenant calls it
 * @param attempt which take of its request, from 1
 * @param bound whether the prompt named the characters
 * @param reason why it came out so, for people
 * @param clip address; null without a clip
 * @param report address of its report; null without one
 * @param at when it was told
 */
public record CampaignTake(
        String campaign,
        String request,
        String take,
        int attempt,
        boolean bound,
        CampaignReport.Outcome outcome,
        String reason,
        @Nullable String clip,
        @Nullable String report,
        Instant at,
        List<Part> characters) {
    public CampaignTake {
        characters = List.copyOf(characters);
    }

    /** One character's part; the figures as in {@link CampaignReport.Mark}. */
    public record Part(
            String name,
            Verdict.Outcome verdict,
            boolean pinned,
            @Nullable Double median,
            @Nullable Double framesWithin,
            List<String> flags) {
        public Part {
            flags = List.copyOf(flags);
        }
    }

    /** The same take counted as before, without anything that tells of the character or leads to where it is seen. */
    public CampaignTake without(String character) {
        return new CampaignTake(
                campaign,
                request,
                take,
                attempt,
                bound,
                outcome,
                "the consent of a character that it showed was withdrawn",
                null,
                null,
                at,
                characters.stream()
                        .filter(part -> !part.name().equals(character))
                        .toList());
    }
}
