package dev.callsheet.identity.evidence;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Something to draw on, in pixels from the top left, so that a chart is written once for SVG and PNG. The same calls give
 * the same bytes.
 */
interface Surface {
    /** Which point of a text its x names. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void fill(Shape shape, Color colour);

    void stroke(Shape shape, Color colour, double width);

    /** One line of text with its base line at y. */
    void text(String text, double x, double y, double size, Color colour, Anchor anchor);

    /** What is drawn meanwhile belongs together under this name, where the medium can say so. */
    void group(String name, Runnable drawing);

    default void area(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    default void frame(double x, double y, double width, double height, Color colour) {
        stroke(new Rectangle2D.Double(x, y, width, height), colour, 1);
    }

    default void line(double x1, double y1, double x2, double y2, Color colour, double width) {
        stroke(new Line2D.Double(x1, y1, x2, y2), colour, width);
    }

    /** A horizontal line of dashes. */
    default void dashes(double x1, double x2, double y, Color colour, double width) {
        Path2D path = new Path2D.Double();
        for (double x = x1; x < x2; x += 9) {
            path.moveTo(x, y);
            path.lineTo(Math.min(x + 6, x2), y);
        }
        stroke(path, colour, width);
    }

    /** A tint with slanted lines, which stays visible in grey. */
    default void hatch(double x, double y, double width, double height, Color tint, Color lines) {
        area(x, y, width, height, tint);
        Path2D path = new Path2D.Double();
        for (double at = 8; at < width + height; at += 8) {
            double start = Math.max(0, at - height);
            double end = Math.min(at, width);
            path.moveTo(x + start, y + at - start);
            path.lineTo(x + end, y + at - end);
        }
        stroke(path, lines, 1);
    }

    default void mark(Mark mark, double x, double y, double radius, Color colour) {
        Shape shape = mark.at(x, y, radius);
        if (mark.filled()) {
            fill(shape, colour);
            stroke(shape, SheetStyle.INK, 0.6);
        } else {
            stroke(shape, colour, 2);
        }
    }
}
