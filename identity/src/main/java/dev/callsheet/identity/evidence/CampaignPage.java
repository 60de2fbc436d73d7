package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.OfCharacter;
import dev.callsheet.identity.measure.CampaignReport.Outcome;
import dev.callsheet.identity.measure.CampaignReport.Pairs;
import java.util.List;
import java.util.stream.IntStream;

/** A campaign as one page that can be sent on. Thread-safe. */
public final class CampaignPage {
    private static final double WIDTH = 920;

    /** The page as UTF-8 HTML. The same report gives the same bytes. */
    public byte[] html(CampaignReport report) {
        HtmlPage page = new HtmlPage();
        String name = Names.of(report.campaign());
        page.in("header", () -> {
            page.put("p", "Callsheet campaign report", "class", "kind").put("h1", name);
            page.in("div", List.of("class", "verdict"), () -> page.put("span", CampaignWords.summary(report)));
        });
        page.in("main", () -> {
            rate(page, report);
            missing(page, report);
            report.characters().forEach(character -> character(page, report, character));
            page.put("h2", "Takes");
            new TakesTable(page, report).write();
            meaning(page, report);
        });
        return page.bytes("Campaign " + name);
    }

    private static void rate(HtmlPage page, CampaignReport report) {
        page.put("h2", "Identity Consistency Rate");
        page.put(
                "p",
                "The share of takes that pass: whose characters keep the faces of their references. Each take counts,"
                        + " also one without a clip.");
        SvgSurface surface = new SvgSurface();
        double end = RateChart.draw(surface, 12, 4, WIDTH - 24, report.bound(), report.unbound());
        page.drawing(surface.svg(WIDTH, end + 6, "Identity Consistency Rate.", CampaignWords.summary(report)));
        page.put("h3", "Bound to references").list(CampaignWords.arm(report.bound()));
        page.put("h3", "Text only").list(CampaignWords.arm(report.unbound()));
        page.put(
                "p",
                "The two rates stand side by side and are not compared here: requests, prompts and numbers of takes"
                        + " may differ. A paired trial with enough takes can compare them.");
        page.put(
                "p",
                "By people: " + report.approved() + " approved, " + report.rejected()
                        + " rejected. That changes what is used, not the rate.");
    }

    /** Takes without a clip: counted, and named. */
    private static void missing(HtmlPage page, CampaignReport report) {
        List<String> unmade = IntStream.range(0, report.clips().size())
                .filter(i -> report.clips().get(i).outcome() == Outcome.UNMADE)
                .mapToObj(i -> CampaignWords.clip(report, i) + ": "
                        + Names.text(report.clips().get(i).reason()))
                .toList();
        page.put("h2", "Takes without a clip");
        page.put(
                "p",
                unmade.isEmpty()
                        ? "None: each take has given a clip."
                        : Figures.count(unmade.size(), "take was", "takes were")
                                + " refused or failed; they count as not passed.");
        page.list(unmade);
    }

    private static void character(HtmlPage page, CampaignReport report, OfCharacter character) {
        String name = Names.of(character.name());
        page.put("h2", name);
        Double drift = character.drift();
        page.put(
                "p",
                drift == null
                        ? "Drift is told from five measured clips on."
                        : "Drift " + Figures.change(drift)
                                + ": how much farther the face is in the last fifth of the clips than in the first.");
        SvgSurface surface = new SvgSurface();
        int clips = report.clips().size();
        double end = new DriftChart(surface, 12, 4, WIDTH - 24, character, report.threshold(), clips).draw();
        DriftChart.legend(surface, 96, end + 6);
        page.drawing(surface.svg(
                WIDTH,
                end + 20,
                "Drift of " + name + " over the clips.",
                "Drift " + Figures.change(drift) + " over " + character.marks().size() + " clips."));
        Pairs pairs = character.pairs();
        page.put("h3", "The clips compared with each other");
        if (pairs == null) {
            page.put("p", "There are not yet two clips that show the face.");
            return;
        }
        page.put(
                "p",
                "Each cell is the distance between the faces of two clips. Light: the same face. Dark, with a marked"
                        + " corner: two clips that do not show the same face, even if each is near enough to the"
                        + " references.");
        SvgSurface matrix = new SvgSurface();
        double below = new MatrixChart(matrix, pairs, report.portraitThreshold()).draw(12, 4);
        page.drawing(matrix.svg(
                WIDTH,
                below,
                "Clips of " + name + " compared with each other.",
                pairs.within() + " of " + pairs.count() + " pairs show the same face."));
    }

    private static void meaning(HtmlPage page, CampaignReport report) {
        page.put("h2", "How this was counted");
        page.list(report.notes().stream().map(Names::text).toList());
        page.in("dl", () -> {
            page.put("dt", "Calibration").put("dd", Names.of(report.calibration()));
            page.put("dt", "Limit of a frame")
                    .put("dd", "distance " + Figures.plain(report.threshold()) + " to the references");
            page.put("dt", "Limit between clips")
                    .put("dd", "distance " + Figures.plain(report.portraitThreshold()) + " between two mean faces");
            page.put("dt", "95 % interval")
                    .put(
                            "dd",
                            "where the true rate would lie if the campaign went on for ever; few takes, wide interval");
            page.put("dt", "Share within")
                    .put("dd", "of the measured frames of a clip, those whose face is within the limit");
            page.put("dt", "Version of this count").put("dd", String.valueOf(report.number()));
        });
    }
}
