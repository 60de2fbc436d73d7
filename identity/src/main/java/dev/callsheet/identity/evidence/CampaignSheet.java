package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.OfCharacter;
import dev.callsheet.identity.measure.CampaignReport.Pairs;
import dev.callsheet.identity.onnx.ModelFiles;

/**
 * A campaign at a glance: the rate, and for each character its drift over the clips and the clips compared with each
 * other. Thread-safe.
 */
public final class CampaignSheet {
    private static final double MARGIN = 24;
    private static final double WIDTH = 992;

    private final SheetFont font;

    public CampaignSheet(ModelFiles files) {
        this.font = new SheetFont(files.resource("sheet-font.ttf"));
    }

    /** The sheet as PNG. The same report gives the same bytes. */
    public byte[] png(CampaignReport report) {
        PixelSurface surface = new PixelSurface(font);
        double width = WIDTH - 2 * MARGIN;
        String title = surface.fit("Campaign " + Names.of(report.campaign()), width, 24);
        surface.text(title, MARGIN, MARGIN + 22, 24, SheetStyle.INK, Anchor.START);
        double y = surface.paragraph(CampaignWords.summary(report), MARGIN, MARGIN + 52, 15, SheetStyle.INK, width, 3);
        surface.text("Identity Consistency Rate", MARGIN, y + 22, 17, SheetStyle.INK, Anchor.START);
        y = RateChart.draw(surface, MARGIN, y + 32, width, report.bound(), report.unbound()) + 10;
        String people = "A person has approved " + report.approved() + " and rejected " + report.rejected() + " takes.";
        y = surface.paragraph(people, MARGIN, y + 14, 13, SheetStyle.FAINT, width, 1);
        for (OfCharacter character : report.characters()) {
            y = character(surface, report, character, y + 30, width);
        }
        surface.line(MARGIN, y + 14, WIDTH - MARGIN, y + 14, SheetStyle.RULE, 1);
        y += 34;
        for (String note : report.notes()) {
            y = surface.paragraph("• " + Names.text(note), MARGIN, y, 12, SheetStyle.FAINT, width, 3);
        }
        y = surface.paragraph(
                "Calibration " + Names.of(report.calibration()), MARGIN, y, 12, SheetStyle.FAINT, width, 1);
        return surface.png(WIDTH, y);
    }

    private static double character(
            PixelSurface surface, CampaignReport report, OfCharacter character, double top, double width) {
        surface.text(
                surface.fit(Names.of(character.name()), width, 19), MARGIN, top + 14, 19, SheetStyle.INK, Anchor.START);
        Double drift = character.drift();
        String drifted = drift == null
                ? "Drift: told from five clips on."
                : "Drift from the first fifth of its clips to the last: " + Figures.change(drift)
                        + " (above 0: farther from the references)";
        surface.text(drifted, MARGIN, top + 36, 13, SheetStyle.FAINT, Anchor.START);
        double y = new DriftChart(
                        surface,
                        MARGIN,
                        top + 46,
                        width,
                        character,
                        report.threshold(),
                        report.clips().size())
                .draw();
        DriftChart.legend(surface, MARGIN + 84, y + 6);
        Pairs pairs = character.pairs();
        if (pairs == null) {
            String none = "The clips are compared with each other as soon as two show the face.";
            surface.text(none, MARGIN, y + 36, 13, SheetStyle.FAINT, Anchor.START);
            return y + 46;
        }
        surface.text("Its clips compared with each other", MARGIN, y + 44, 14, SheetStyle.FAINT, Anchor.START);
        return new MatrixChart(surface, pairs, report.portraitThreshold()).draw(MARGIN, y + 56);
    }
}
