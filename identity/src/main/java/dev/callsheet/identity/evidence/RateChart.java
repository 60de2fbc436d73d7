package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CampaignReport.Rate;
import org.jspecify.annotations.Nullable;

/** The Identity Consistency Rate of the takes with references and of those without, each with its interval. */
final class RateChart {
    static final double HEIGHT = 132;
    private static final double LABELS = 190;
    private static final double FIGURES = 250;

    private RateChart() {}

    /** Draws from y down and returns where it ends. */
    static double draw(
            Surface surface, double x, double y, double width, @Nullable Rate bound, @Nullable Rate unbound) {
        double left = x + LABELS;
        double scale = width - LABELS - FIGURES;
        for (int percent = 0; percent <= 100; percent += 25) {
            double at = left + scale * percent / 100;
            surface.line(at, y + 8, at, y + 92, SheetStyle.RULE, 1);
            surface.text(percent + " %", at, y + 108, 12, SheetStyle.INK, Anchor.MIDDLE);
        }
        surface.text("takes that passed", left + scale / 2, y + 124, 12, SheetStyle.FAINT, Anchor.MIDDLE);
        surface.group("bound", () -> arm(surface, "Bound to references", x, y + 32, left, scale, bound, Mark.DOT));
        surface.group("unbound", () -> arm(surface, "Text only", x, y + 70, left, scale, unbound, Mark.SQUARE));
        return y + HEIGHT;
    }

    private static void arm(
            Surface surface,
            String name,
            double x,
            double y,
            double left,
            double scale,
            @Nullable Rate rate,
            Mark mark) {
        surface.text(name, x, y + 5, 14, SheetStyle.INK, Anchor.START);
        double figures = left + scale + 18;
        if (rate == null) {
            surface.text("no takes", figures, y + 5, 13, SheetStyle.FAINT, Anchor.START);
            return;
        }
        double low = left + scale * Math.clamp(rate.low(), 0, 1);
        double high = left + scale * Math.clamp(rate.high(), 0, 1);
        surface.line(low, y, high, y, SheetStyle.BLUE, 3);
        surface.line(low, y - 7, low, y + 7, SheetStyle.BLUE, 2);
        surface.line(high, y - 7, high, y + 7, SheetStyle.BLUE, 2);
        surface.mark(mark, left + scale * Math.clamp(rate.rate(), 0, 1), y, 7, SheetStyle.BLUE);
        surface.text(
                Figures.percent(rate.rate()) + ": " + rate.passed() + " of " + rate.takes(),
                figures,
                y - 2,
                14,
                SheetStyle.INK,
                Anchor.START);
        surface.text("95 %: " + interval(rate), figures, y + 15, 12, SheetStyle.FAINT, Anchor.START);
    }

    static String interval(Rate rate) {
        return Figures.percent(rate.low()) + " to " + Figures.percent(rate.high());
    }
}
