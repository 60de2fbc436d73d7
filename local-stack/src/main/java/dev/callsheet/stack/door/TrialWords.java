package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paired trial of a campaign in words: the same scenes with the character named in the prompt, and without. */
public final class TrialWords {
    private TrialWords() {}

    /** What it would be, before anything is sent. */
    public static List<String> plan(JsonNode plan) {
        List<String> lines = new ArrayList<>();
        lines.add("%d pair(s), %d request(s), %s to %s"
                .formatted(
                        plan.path("pairs").asInt(),
                        plan.path("requests").asInt(),
                        HistoryLine.dollars(plan.at("/cost/from").asLong()),
                        HistoryLine.dollars(plan.at("/cost/to").asLong())));
        if (!plan.path("suffices").asBoolean(true)) {
            JsonNode reckoned = plan.path("reckoned");
            lines.add("too few to say that one arm is better: "
                    + plan.path("needed").asInt()
                    + " pairs are needed to see " + percent(reckoned.path("expectedBound")) + " against "
                    + percent(reckoned.path("expectedText")) + " with power " + percent(reckoned.path("power")));
        }
        for (String arm : List.of("bound", "text")) {
            plan.at("/" + arm + "/warnings")
                    .forEach(warning -> lines.add("  %-6s %s %s"
                            .formatted(
                                    arm,
                                    warning.path("code").asText(),
                                    warning.path("field").asText())));
        }
        return lines;
    }

    /** Whether nothing of it is open. */
    public static boolean isOver(JsonNode trial) {
        return trial.at("/bound/pending").asInt() + trial.at("/text/pending").asInt() == 0;
    }

    /** The batch of its requests. */
    public static String batch(JsonNode trial) {
        String address = trial.at("/links/batch").asText();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The two arms, their difference, and what may be said of it. */
    public static List<String> result(JsonNode trial) {
        List<String> lines = new ArrayList<>();
        lines.add("%d of %d pairs complete"
                .formatted(
                        trial.at("/pairs/complete").asInt(),
                        trial.at("/pairs/planned").asInt()));
        lines.add(CampaignWords.line("named in prompt", arm(trial.path("bound"))));
        lines.add(CampaignWords.line("in words only", arm(trial.path("text"))));
        JsonNode difference = trial.path("difference");
        if (difference.hasNonNull("value")) {
            lines.add(CampaignWords.line(
                    "difference",
                    points(difference.path("value")) + " points (" + points(difference.path("low")) + " to "
                            + points(difference.path("high")) + "), p = "
                            + String.format(
                                    Locale.ROOT, "%.3f", trial.at("/test/p").asDouble())));
        }
        lines.add(
                trial.hasNonNull("conclusion")
                        ? "conclusion: " + trial.path("conclusion").asText()
                        : "no conclusion: " + trial.path("why").asText("nothing is told"));
        return lines;
    }

    private static String arm(JsonNode arm) {
        String others = IdentityWords.others(arm);
        return arm.hasNonNull("rate")
                ? IdentityWords.rate(
                                arm.path("passed").asInt(),
                                arm.path("n").asInt(),
                                arm.path("rate").asDouble(),
                                arm.path("low").asDouble(),
                                arm.path("high").asDouble())
                        + others
                : "nothing yet" + others;
    }

    private static String percent(JsonNode share) {
        return points(share) + " %";
    }

    private static String points(JsonNode share) {
        return String.format(Locale.ROOT, "%.0f", share.asDouble() * 100);
    }
}
