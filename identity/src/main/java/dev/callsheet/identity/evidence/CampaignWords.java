package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.Clip;
import dev.callsheet.identity.measure.CampaignReport.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a campaign's report comes to, in words. It never says that one arm is better than the other. */
final class CampaignWords {
    private static final int SHORT_ID = 8;

    private CampaignWords() {}

    /** The campaign in one sentence. */
    static String summary(CampaignReport report) {
        Rate rate = report.bound() != null ? report.bound() : report.unbound();
        if (rate == null) {
            return "No take of this campaign has come to an end yet.";
        }
        return (report.bound() != null ? "Of the takes bound to references " : "Of the takes by text only ")
                + rate.passed() + " of " + rate.takes() + " passed: " + Figures.percent(rate.rate())
                + ". From " + Figures.count(rate.takes(), "take", "takes")
                + " one can say that the true rate is between "
                + Figures.percent(rate.low()) + " and " + Figures.percent(rate.high()) + " (95 % confidence).";
    }

    /** An arm's outcomes, and what they mean for the plan. */
    static List<String> arm(@Nullable Rate rate) {
        if (rate == null) {
            return List.of("No take.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(rate.takes(), "take", "takes") + ": " + rate.passed() + " passed, " + rate.failed()
                + " failed, " + rate.review() + " for review, " + rate.notMeasurable() + " not measurable, "
                + rate.unmade() + " without a clip. All but the passed count as not passed.");
        lines.add("Rate " + Figures.percent(rate.rate()) + ", 95 % interval " + RateChart.interval(rate)
                + " (Wilson score, n = " + rate.takes() + ").");
        if (rate.low() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "To plan with: %.1f to %.1f takes for each that passes.",
                    1 / rate.high(),
                    1 / rate.low()));
        }
        return lines;
    }

    /** How the pages call a clip: its number, so that charts and table agree. */
    static String clip(CampaignReport report, int index) {
        Clip clip = report.clips().get(index);
        String request = clip.request();
        return (index + 1) + ": request " + Names.of(request.substring(0, Math.min(SHORT_ID, request.length())))
                + ", take " + clip.attempt();
    }

    static String word(CampaignReport.@Nullable Word word) {
        return switch (word) {
            case null -> Figures.NONE;
            case APPROVED -> "approved by a person";
            case REJECTED -> "rejected by a person";
        };
    }

    /** An address that stays good in a page which is sent on: relative, or none. */
    static @Nullable String link(@Nullable String address) {
        boolean relative = address != null
                && !address.isBlank()
                && !address.startsWith("/")
                && !address.startsWith("\\")
                && address.indexOf(':') < 0;
        return relative ? address : null;
    }
}
