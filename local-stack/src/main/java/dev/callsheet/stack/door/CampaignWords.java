package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import java.util.ArrayList;
import java.util.List;

/** A campaign in words: its Identity Consistency Rate with n and interval, and what an accepted clip has cost. */
public final class CampaignWords {
    private CampaignWords() {}

    /** @param campaign as the front desk shows it */
    public static List<String> lines(JsonNode campaign) {
        List<String> lines = new ArrayList<>();
        lines.add("campaign " + campaign.path("name").asText() + ": "
                + campaign.at("/requests/total").asInt() + " request(s), "
                + campaign.path("takes").asInt() + " take(s), " + counted(campaign) + " of them counted");
        lines.addAll(arms(campaign));
        int approved = campaign.at("/rulings/approved").asInt();
        int rejected = campaign.at("/rulings/rejected").asInt();
        if (approved + rejected > 0) {
            lines.add(line("people", approved + " approved, " + rejected + " rejected"));
        }
        lines.add(line("cost", cost(campaign)));
        return lines;
    }

    /** How many takes the rates are of. */
    public static int counted(JsonNode campaign) {
        return campaign.at("/consistency/takes").asInt();
    }

    /** One line for the takes whose prompt named the characters, one for the others; those that there are. */
    public static List<String> arms(JsonNode campaign) {
        List<String> lines = new ArrayList<>();
        arm(campaign.at("/consistency/bound"), "named in prompt", lines);
        arm(campaign.at("/consistency/unbound"), "not named", lines);
        return lines;
    }

    /** Where page, sheet and report are. */
    public static Evidence evidence(JsonNode campaign) {
        return Evidence.among(campaign.path("links"), "page", "sheet", "report");
    }

    static String line(String what, String words) {
        return "  %-17s %s".formatted(what, words);
    }

    private static void arm(JsonNode rate, String what, List<String> lines) {
        if (rate.isObject()) {
            var consistency = Json.read(Json.write(rate), Fact.Consistency.class);
            lines.add(line(what, IdentityWords.of(consistency) + IdentityWords.others(rate)));
        }
    }

    private static String cost(JsonNode campaign) {
        JsonNode accepted = campaign.path("accepted");
        String spent = HistoryLine.dollars(campaign.at("/money/settledMicros").asLong()) + " spent, "
                + accepted.path("clips").asInt() + " clip(s) accepted";
        return accepted.hasNonNull("costMicros")
                ? spent + ": " + HistoryLine.dollars(accepted.path("costMicros").asLong()) + " for an accepted clip"
                : spent;
    }
}
