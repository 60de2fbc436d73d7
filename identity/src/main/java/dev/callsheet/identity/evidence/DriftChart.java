package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CampaignReport.Mark;
import dev.callsheet.identity.measure.CampaignReport.OfCharacter;
import dev.callsheet.identity.measure.Verdict;
import java.awt.geom.Path2D;

/** A character's median distance clip by clip, in the order of time: whether it slowly becomes somebody else. */
final class DriftChart {
    static final double HEIGHT = 222;
    private static final double AXIS = 76;
    private static final double TOP = 28;
    private static final double PLOT = 120;
    private static final double STRIP = 26;
    private static final int MOST_NUMBERS = 24;

    private final Surface surface;
    private final OfCharacter character;
    private final double limit;
    private final int clips;
    private final double left;
    private final double top;
    private final double width;
    private final double farthest;

    /** @param clips how many the campaign has */
    DriftChart(Surface surface, double x, double y, double width, OfCharacter character, double limit, int clips) {
        this.surface = surface;
        this.character = character;
        this.limit = limit;
        this.clips = Math.max(1, clips);
        this.left = x + AXIS;
        this.top = y + TOP;
        this.width = width - AXIS - 8;
        double most =
                character.marks().stream().mapToDouble(DriftChart::median).max().orElse(0);
        this.farthest = Math.ceil(Math.max(limit * 1.5, most * 1.05) * 10) / 10;
    }

    /** Draws and returns where it ends. */
    double draw() {
        surface.area(left, top, width, y(limit) - top, SheetStyle.NEAR_TINT);
        surface.frame(left, top, width, PLOT, SheetStyle.FAINT);
        surface.text(
                "Median distance to the references, clip by clip (the higher, the more alike)",
                left,
                top - 12,
                12,
                SheetStyle.FAINT,
                Anchor.START);
        tick(0, "0");
        tick(limit, "limit " + Figures.plain(limit));
        double strip = top + PLOT + STRIP;
        surface.line(left, strip, left + width, strip, SheetStyle.FAINT, 1);
        surface.text("not", left - 8, strip - 11, 11, SheetStyle.FAINT, Anchor.END);
        surface.text("measured", left - 8, strip + 1, 11, SheetStyle.FAINT, Anchor.END);
        int step = Math.max(1, (int) Math.ceil((double) clips / MOST_NUMBERS));
        for (int clip = 0; clip < clips; clip += step) {
            surface.text(String.valueOf(clip + 1), x(clip), strip + 17, 12, SheetStyle.INK, Anchor.MIDDLE);
        }
        surface.text("clip", left + width, strip + 32, 12, SheetStyle.FAINT, Anchor.END);
        surface.group("limit", () -> surface.dashes(left, left + width, y(limit), SheetStyle.INK, 1.5));
        surface.group("drift", this::curve);
        surface.group("clips", () -> character.marks().forEach(this::clip));
        return top - TOP + HEIGHT;
    }

    private void tick(double value, String label) {
        surface.line(left - 4, y(value), left, y(value), SheetStyle.FAINT, 1);
        surface.text(label, left - 6, y(value) + 4, 11, SheetStyle.INK, Anchor.END);
    }

    private void curve() {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (Mark mark : character.marks()) {
            if (mark.median() == null) {
                continue;
            }
            if (open) {
                path.lineTo(x(mark.clip()), y(median(mark)));
            } else {
                path.moveTo(x(mark.clip()), y(median(mark)));
            }
            open = true;
        }
        surface.stroke(path, SheetStyle.FAINT, 1.2);
    }

    private void clip(Mark mark) {
        double y = mark.median() == null ? top + PLOT + STRIP - 10 : y(median(mark));
        double radius = clips > 80 ? 3 : 5.5;
        surface.mark(SheetStyle.mark(mark.verdict()), x(mark.clip()), y, radius, SheetStyle.of(mark.verdict()));
    }

    /** What the marks mean, on one line. */
    static void legend(Surface surface, double x, double y) {
        double at = x;
        for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
            surface.mark(SheetStyle.mark(outcome), at, y - 4, 5.5, SheetStyle.of(outcome));
            surface.text(SheetStyle.word(outcome), at + 12, y, 12, SheetStyle.INK, Anchor.START);
            at += 40 + 9 * SheetStyle.word(outcome).length();
        }
    }

    private static double median(Mark mark) {
        Double median = mark.median();
        return median == null ? 0 : median;
    }

    private double x(int clip) {
        return left + (clip + 0.5) * width / clips;
    }

    private double y(double distance) {
        return top + Math.clamp(distance / farthest, 0, 1) * PLOT;
    }
}
