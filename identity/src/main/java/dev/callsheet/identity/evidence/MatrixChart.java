package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CampaignReport.Pairs;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A character's clips, each compared with each: numbers in the cells while there are few, shades when there are many,
 * means of blocks when there are too many. Darker is farther, in grey too; beyond the limit a cell has
 * a marked corner.
 */
final class MatrixChart {
    private static final int NUMBERS = 12;
    private static final int MOST_ROWS = 60;
    private static final double SIDE = 540;
    private static final double LARGEST_CELL = 52;
    private static final double SMALLEST_MARKED = 14;
    private static final double LABELS = 44;
    private static final double FARTHEST = 1;
    private static final Color NEAR = new Color(0xf2, 0xf8, 0xfc);
    private static final Color AT_LIMIT = new Color(0x8f, 0xb4, 0xcb);
    private static final Color BEYOND = new Color(0xd5, 0x5e, 0x00);
    private static final Color FAR = new Color(0x4a, 0x1c, 0x00);

    private final Surface surface;
    private final Pairs pairs;
    private final double limit;
    private final int block;
    private final int rows;
    private final double cell;

    /** @param limit portraits within it show the same face */
    MatrixChart(Surface surface, Pairs pairs, double limit) {
        this.surface = surface;
        this.pairs = pairs;
        this.limit = limit;
        int size = pairs.clips().size();
        this.block = Math.max(1, (size + MOST_ROWS - 1) / MOST_ROWS);
        this.rows = (size + block - 1) / block;
        this.cell = Math.min(LARGEST_CELL, Math.floor(SIDE / Math.max(1, rows)));
    }

    /** Draws from (x, y) and returns where it ends. */
    double draw(double x, double y) {
        double left = x + LABELS;
        double top = y + 26;
        int step = Math.max(1, (int) Math.ceil(24 / cell));
        for (int i = 0; i < rows; i += step) {
            String clip = String.valueOf(pairs.clips().get(i * block) + 1);
            surface.text(clip, left + (i + 0.5) * cell, top - 6, 12, SheetStyle.INK, Anchor.MIDDLE);
            surface.text(clip, left - 6, top + (i + 0.5) * cell + 4, 12, SheetStyle.INK, Anchor.END);
        }
        surface.text("clip", left - 6, top - 6, 12, SheetStyle.FAINT, Anchor.END);
        surface.group("matrix", () -> {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < rows; column++) {
                    cell(left + column * cell, top + row * cell, row, column);
                }
            }
        });
        surface.frame(left, top, rows * cell, rows * cell, SheetStyle.FAINT);
        double below = scale(left, top + rows * cell + 18);
        for (String note : notes()) {
            surface.text(note, left, below, 12, SheetStyle.FAINT, Anchor.START);
            below += 17;
        }
        return below;
    }

    private void cell(double x, double y, int row, int column) {
        List<Double> distances = distances(row, column);
        if (distances.isEmpty()) {
            surface.area(x, y, cell, cell, SheetStyle.RULE);
            return;
        }
        double mean =
                distances.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        Color shade = shade(mean);
        surface.area(x, y, cell, cell, shade);
        boolean dark = SheetStyle.luminance(shade) < 0.18;
        if (mean > limit && cell >= SMALLEST_MARKED) {
            corner(x, y, dark ? SheetStyle.PAPER : SheetStyle.INK);
        }
        if (rows <= NUMBERS) {
            surface.frame(x, y, cell, cell, SheetStyle.PAPER);
            Color ink = dark ? SheetStyle.PAPER : Color.BLACK;
            String number = String.format(Locale.ROOT, "%.2f", mean);
            surface.text(number, x + cell / 2, y + cell / 2 + 5, Math.min(14, cell / 3), ink, Anchor.MIDDLE);
        }
    }

    private void corner(double x, double y, Color colour) {
        Path2D corner = new Path2D.Double();
        corner.moveTo(x + cell, y);
        corner.lineTo(x + cell, y + cell * 0.25);
        corner.lineTo(x + cell * 0.75, y);
        corner.closePath();
        surface.fill(corner, colour);
    }

    /** Of the pairs that a cell stands for; of a clip to itself there is none. */
    private List<Double> distances(int row, int column) {
        List<Double> distances = new ArrayList<>();
        int size = pairs.clips().size();
        for (int i = row * block; i < Math.min(size, (row + 1) * block); i++) {
            for (int j = column * block; j < Math.min(size, (column + 1) * block); j++) {
                if (i != j) {
                    distances.add(pairs.distance(i, j));
                }
            }
        }
        return distances;
    }

    private double scale(double x, double y) {
        surface.group("scale", () -> {
            for (int i = 0; i < 40; i++) {
                surface.area(x + i * 7, y, 7, 12, shade(FARTHEST * i / 39));
            }
        });
        surface.text("0, the same", x, y + 27, 12, SheetStyle.INK, Anchor.START);
        double at = x + 280 * Math.min(1, limit / FARTHEST);
        surface.line(at, y - 3, at, y + 15, SheetStyle.INK, 1.5);
        surface.text("limit " + Figures.plain(limit), at, y + 27, 12, SheetStyle.INK, Anchor.MIDDLE);
        surface.text("1, somebody else", x + 290, y + 11, 12, SheetStyle.INK, Anchor.START);
        return y + 48;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(Figures.percent(pairs.share()) + " of the pairs show the same face (" + pairs.within() + " of "
                + pairs.count() + "); mean distance " + Figures.distance(pairs.mean()) + ".");
        if (block > 1) {
            notes.add("Each cell is the mean over a block of " + block + " by " + block + " clips.");
        }
        if (pairs.outOf() > pairs.clips().size()) {
            notes.add(pairs.clips().size() + " of " + pairs.outOf() + " clips, evenly chosen, are compared.");
        }
        return notes;
    }

    private Color shade(double distance) {
        return distance <= limit
                ? between(NEAR, AT_LIMIT, distance / limit)
                : between(BEYOND, FAR, (distance - limit) / Math.max(0.01, FARTHEST - limit));
    }

    private static Color between(Color from, Color to, double at) {
        double share = Math.clamp(at, 0, 1);
        return new Color(
                (int) Math.round(from.getRed() + (to.getRed() - from.getRed()) * share),
                (int) Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                (int) Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }
}
