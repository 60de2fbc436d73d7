package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.ClipReport.LikenessScores;
import dev.callsheet.identity.measure.Limits;

/** How alike something without a human face looks, on a scale with three bands. It is a help for the eye, and says so. */
final class LikenessBand {
    static final double HEIGHT = 94;
    private static final double BAND = 22;

    private LikenessBand() {}

    /** Draws from y down and returns where it ends. */
    static double draw(
            Surface surface, double x, double y, double width, LikenessScores likeness, Limits.Likeness bands) {
        double top = y + 26;
        double different = x + Math.clamp(bands.different(), 0, 1) * width;
        double same = x + Math.clamp(bands.same(), 0, 1) * width;
        surface.text(
                "Likeness to the references (0 to 1): a person has to look, this alone decides nothing",
                x,
                y + 14,
                13,
                SheetStyle.FAINT,
                Anchor.START);
        surface.group("bands", () -> {
            surface.hatch(x, top, different - x, BAND, SheetStyle.FAR_TINT, SheetStyle.GREY);
            surface.area(different, top, same - different, BAND, SheetStyle.PAPER);
            surface.area(same, top, x + width - same, BAND, SheetStyle.NEAR_TINT);
            surface.frame(x, top, width, BAND, SheetStyle.FAINT);
        });
        double words = top + BAND + 16;
        surface.text("looks different", x, words, 12, SheetStyle.INK, Anchor.START);
        surface.text("unsure", (different + same) / 2, words, 12, SheetStyle.INK, Anchor.MIDDLE);
        surface.text("looks alike", x + width, words, 12, SheetStyle.INK, Anchor.END);
        double median = x + Math.clamp(likeness.median(), 0, 1) * width;
        double low = x + Math.clamp(likeness.tenthPercentile(), 0, 1) * width;
        surface.line(low, top + BAND / 2, median, top + BAND / 2, SheetStyle.INK, 2);
        surface.mark(Mark.SQUARE, low, top + BAND / 2, 5, SheetStyle.INK);
        surface.mark(Mark.DOT, median, top + BAND / 2, 7, SheetStyle.BLUE);
        surface.text(
                "dot: median " + Figures.plain(likeness.median()) + " of " + likeness.frames()
                        + " frames; square: nine of ten frames are above "
                        + Figures.plain(likeness.tenthPercentile()),
                x,
                words + 17,
                12,
                SheetStyle.FAINT,
                Anchor.START);
        return y + HEIGHT;
    }
}
