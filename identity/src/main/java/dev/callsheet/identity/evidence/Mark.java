package dev.callsheet.identity.evidence;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes that can be told apart without their colour. */
enum Mark {
    DOT(true),
    DIAMOND(true),
    TRIANGLE(true),
    SQUARE(false),
    CROSS(false),
    DASH(false);

    private final boolean filled;

    Mark(boolean filled) {
        this.filled = filled;
    }

    boolean filled() {
        return filled;
    }

    /** The shape around this point. */
    Shape at(double x, double y, double radius) {
        return switch (this) {
            case DOT -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case DIAMOND -> closed(x, y - 1.3 * radius, x + 1.3 * radius, y, x, y + 1.3 * radius, x - 1.3 * radius, y);
            case TRIANGLE -> closed(x, y - 1.3 * radius, x + 1.3 * radius, y + radius, x - 1.3 * radius, y + radius);
            case SQUARE -> new Rectangle2D.Double(x - 0.8 * radius, y - 0.8 * radius, 1.6 * radius, 1.6 * radius);
            case CROSS -> cross(x, y, 0.9 * radius);
            case DASH -> dash(x, y, radius);
        };
    }

    private static Path2D closed(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Path2D cross(double x, double y, double arm) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - arm, y - arm);
        path.lineTo(x + arm, y + arm);
        path.moveTo(x - arm, y + arm);
        path.lineTo(x + arm, y - arm);
        return path;
    }

    private static Path2D dash(double x, double y, double arm) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - arm, y);
        path.lineTo(x + arm, y);
        return path;
    }
}
