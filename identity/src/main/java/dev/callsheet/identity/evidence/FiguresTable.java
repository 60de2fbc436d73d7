package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.Limits;
import java.util.List;

/** One character's figures, each with what a pass asks for and what it means. */
final class FiguresTable {
    private final HtmlPage page;
    private final Limits limits;
    private final CharacterScores scores;

    FiguresTable(HtmlPage page, Limits limits, CharacterScores scores) {
        this.page = page;
        this.limits = limits;
        this.scores = scores;
    }

    void write() {
        Limits.Pass pass = limits.pass();
        String limit = "at most " + Figures.plain(limits.threshold());
        page.put("h3", "Figures");
        page.in("table", List.of("class", "figures"), () -> {
            page.in(
                    "thead",
                    () -> page.in(
                            "tr",
                            () -> page.put("th", "Figure", "scope", "col")
                                    .put("th", "Found", "scope", "col")
                                    .put("th", "For a pass", "scope", "col")
                                    .put("th", "What it means", "scope", "col")));
            page.in("tbody", () -> {
                row(
                        "Presence",
                        Figures.percent(scores.presence()),
                        "",
                        "Frames with a face for the character. A face that disappears is counted, never skipped.");
                row(
                        "Coverage",
                        Figures.percent(scores.coverage()),
                        "at least " + Figures.percent(pass.coverage()),
                        counts());
                row(
                        "Share of frames within the limit",
                        Figures.percent(scores.framesWithin()),
                        "at least " + Figures.percent(pass.framesWithin()),
                        "Of the measured frames, those whose face is taken for the character.");
                row("Median distance", Figures.distance(scores.median()), "", range());
                row(
                        "Distance of the farthest tenth",
                        Figures.distance(scores.ninthDecile()),
                        limit,
                        "Nine of ten measured frames are at most this far from the references (ninth decile).");
                row(
                        "Longest stretch beyond the limit",
                        Figures.seconds(scores.longestFailing()),
                        "under " + Figures.plain(pass.failingSeconds()) + " s",
                        scores.failing().isEmpty()
                                ? "No measured frame is beyond the limit."
                                : "Beyond the limit " + PlainWords.stretches(scores) + ".");
                row(
                        "Drift",
                        Figures.change(scores.drift()),
                        "at most " + Figures.plain(pass.drift()),
                        "How much farther the face is at the end than at the beginning: it slowly becomes another.");
                row(
                        "Slope",
                        Figures.change(scores.slope()),
                        "",
                        "The same as growth per second, steady against single odd frames (Theil and Sen).");
                row(
                        "Largest jump",
                        Figures.distance(scores.jump()),
                        "",
                        "Largest change between two measured frames: a sudden switch of the face shows here.");
                row(
                        "All pairs",
                        Figures.distance(scores.within()),
                        "",
                        "Mean distance of all frames to each other: whether the clip agrees with itself.");
                row(
                        "Frames with a double",
                        Figures.percent(scores.doubled()),
                        "at most " + Figures.percent(pass.doubled()),
                        "Frames in which another face would pass for the character too.");
            });
        });
    }

    private String counts() {
        return "Frames that could be measured: " + scores.evaluable() + " of " + scores.sampled() + ". Not seen "
                + scores.noFace() + ", too unclear " + scores.lowQuality() + ", could be either " + scores.ambiguous()
                + "; of the measured ones " + scores.smallFaces() + " with a small face.";
    }

    private String range() {
        if (scores.evaluable() == 0) {
            return "The middle of all measured distances; there is none.";
        }
        return "The middle of all measured distances; they go from " + Figures.distance(scores.nearest()) + " to "
                + Figures.distance(scores.farthest()) + ".";
    }

    private void row(String figure, String found, String asked, String meaning) {
        page.in("tr", () -> {
            page.put("th", figure, "scope", "row");
            page.put("td", found, "class", "figure", "data-label", "found");
            page.put("td", asked.isEmpty() ? Figures.NONE : asked, "class", "figure", "data-label", "for a pass");
            page.put("td", meaning, "class", "what");
        });
    }
}
