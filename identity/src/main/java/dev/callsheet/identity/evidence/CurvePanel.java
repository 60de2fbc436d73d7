package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.FrameScore;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * One character's distance over the time of a clip. Nearer is drawn higher: who looks at it first takes up for better.
 * Frames that say nothing stand in a strip of their own below.
 */
final class CurvePanel {
    /** Pixels that a panel takes. */
    static final double HEIGHT = 250;

    private static final double AXIS = 76;
    private static final double TOP = 28;
    private static final double PLOT = 148;
    private static final double STRIP = 26;
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300};
    private static final int MOST_TICKS = 12;

    private final Surface surface;
    private final double left;
    private final double top;
    private final double width;
    private final double limit;
    private final double end;
    private final double farthest;

    /** @param end of the clip, seconds @param limit distance that is still within */
    CurvePanel(Surface surface, double x, double y, double width, double limit, double end, OfCharacter character) {
        this.surface = surface;
        this.left = x + AXIS;
        this.top = y + TOP;
        this.width = width - AXIS - 8;
        this.limit = limit;
        this.end = Math.max(0.1, end);
        double most = character.frames().stream()
                .filter(FrameScore::evaluable)
                .mapToDouble(CurvePanel::distance)
                .max()
                .orElse(0);
        this.farthest = Math.ceil(Math.max(limit * 1.5, most * 1.05) * 10) / 10;
    }

    void draw(OfCharacter character, List<Double> cuts) {
        double deep = top + PLOT;
        surface.group("zones", () -> {
            surface.area(left, top, width, y(limit) - top, SheetStyle.NEAR_TINT);
            surface.area(left, y(limit), width, deep - y(limit), SheetStyle.PAPER);
        });
        CharacterScores scores = character.scores();
        surface.group(
                "failing",
                () -> (scores == null ? List.<CharacterScores.Interval>of() : scores.failing()).forEach(this::failing));
        surface.group("axes", this::axes);
        surface.group("cuts", () -> cuts.forEach(this::cut));
        surface.group("limit", () -> surface.dashes(left, left + width, y(limit), SheetStyle.INK, 1.5));
        surface.group("curve", () -> curve(character.frames()));
        surface.group("frames", () -> character.frames().forEach(this::frame));
        if (character.frames().stream().noneMatch(FrameScore::evaluable)) {
            surface.text("no frame could be measured", left + width / 2, top + 40, 15, SheetStyle.FAINT, Anchor.MIDDLE);
        }
    }

    private void failing(CharacterScores.Interval interval) {
        double from = x(interval.from());
        double to = Math.max(from + 3, x(interval.to()));
        surface.hatch(from, top, to - from, PLOT, SheetStyle.FAR_TINT, SheetStyle.GREY);
    }

    private void axes() {
        surface.frame(left, top, width, PLOT, SheetStyle.FAINT);
        surface.text(
                "Distance to the references (no unit; smaller is drawn higher: the higher, the more alike)",
                left,
                top - 12,
                12,
                SheetStyle.FAINT,
                Anchor.START);
        for (double value = 0; value < farthest + 0.001; value += 0.2) {
            if (Math.abs(y(value) - y(limit)) > 12 && y(value) < top + PLOT - 6) {
                tick(value, Figures.plain(value));
            }
        }
        tick(limit, "limit " + Figures.plain(limit));
        surface.text("▲ same person", left + 8, y(limit) - 6, 12, SheetStyle.BLUE, Anchor.START);
        surface.text("▼ another person", left + 8, y(limit) + 15, 12, SheetStyle.INK, Anchor.START);
        double strip = top + PLOT + STRIP;
        surface.line(left, strip, left + width, strip, SheetStyle.FAINT, 1);
        surface.text("not", left - 8, strip - 11, 11, SheetStyle.FAINT, Anchor.END);
        surface.text("measured", left - 8, strip + 1, 11, SheetStyle.FAINT, Anchor.END);
        double step = step();
        for (int i = 0; i * step <= end + 1e-6; i++) {
            double x = x(i * step);
            surface.line(x, strip, x, strip + 5, SheetStyle.FAINT, 1);
            surface.text(Figures.plain(i * step), x, strip + 18, 12, SheetStyle.INK, Anchor.MIDDLE);
        }
        surface.text("seconds", left + width, strip + 33, 12, SheetStyle.FAINT, Anchor.END);
    }

    private void tick(double value, String label) {
        surface.line(left - 4, y(value), left, y(value), SheetStyle.FAINT, 1);
        surface.text(label, left - 6, y(value) + 4, value == limit ? 11 : 12, SheetStyle.INK, Anchor.END);
    }

    private double step() {
        for (double step : STEPS) {
            if (end / step <= MOST_TICKS) {
                return step;
            }
        }
        return end;
    }

    private void cut(double seconds) {
        double x = x(seconds);
        surface.line(x, top, x, top + PLOT + STRIP, SheetStyle.FAINT, 1);
        surface.text("cut", x + 3, top + PLOT + 12, 11, SheetStyle.FAINT, Anchor.START);
    }

    /** A line through neighbours that were measured; it breaks where one was not. */
    private void curve(List<FrameScore> frames) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (FrameScore frame : frames) {
            if (!frame.evaluable()) {
                open = false;
                continue;
            }
            double x = x(frame.seconds());
            double y = y(distance(frame));
            if (open) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
            }
            open = true;
        }
        surface.stroke(path, SheetStyle.FAINT, 1.2);
    }

    private void frame(FrameScore frame) {
        double y = frame.evaluable() ? y(distance(frame)) : top + PLOT + STRIP - 9;
        double radius = frame.refined() ? 2.6 : 4.2;
        surface.mark(SheetStyle.mark(frame.state()), x(frame.seconds()), y, radius, SheetStyle.of(frame.state()));
    }

    /** What the marks mean, on one line. */
    static void legend(Surface surface, double x, double y) {
        surface.group("legend", () -> {
            double at = x;
            for (FrameScore.State state : FrameScore.State.values()) {
                surface.mark(SheetStyle.mark(state), at, y - 4, 4.2, SheetStyle.of(state));
                surface.text(SheetStyle.word(state), at + 10, y, 12, SheetStyle.INK, Anchor.START);
                at += 30 + 7.4 * SheetStyle.word(state).length();
            }
            surface.hatch(at, y - 11, 18, 12, SheetStyle.FAR_TINT, SheetStyle.GREY);
            surface.text("beyond the limit", at + 24, y, 12, SheetStyle.INK, Anchor.START);
            surface.text("small: looked at closer", at + 136, y, 12, SheetStyle.FAINT, Anchor.START);
        });
    }

    private static double distance(FrameScore frame) {
        Double distance = frame.distance();
        return distance == null ? 0 : distance;
    }

    private double x(double seconds) {
        return left + Math.clamp(seconds / end, 0, 1) * width;
    }

    private double y(double distance) {
        return top + Math.clamp(distance / farthest, 0, 1) * PLOT;
    }
}
