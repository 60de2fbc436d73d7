package dev.callsheet.identity.picture;

import java.util.Arrays;
import java.util.List;

/**
 * Rotation, uniform scale and shift: {@code (x, y) -> (a x - b y + dx, b x + a y + dy)}. Four degrees of freedom, so a
 * face is turned and sized but never sheared into another face.
 */
public record Similarity(double a, double b, double dx, double dy) {
    /** The least-squares transform of the points onto their targets (closed form, Umeyama 1991 without reflection). */
    public static Similarity between(List<Point> points, List<Point> targets) {
        Point from = mean(points);
        Point to = mean(targets);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < points.size(); i++) {
            double px = points.get(i).x() - from.x();
            double py = points.get(i).y() - from.y();
            double tx = targets.get(i).x() - to.x();
            double ty = targets.get(i).y() - to.y();
            along += px * tx + py * ty;
            across += px * ty - py * tx;
            spread += px * px + py * py;
        }
        if (spread == 0) {
            throw new IllegalArgumentException("all points are the same: no direction and no size");
        }
        double a = along / spread;
        double b = across / spread;
        return new Similarity(a, b, to.x() - a * from.x() + b * from.y(), to.y() - b * from.x() - a * from.y());
    }

    public Point apply(double atX, double atY) {
        return new Point(x(atX, atY), y(atX, atY));
    }

    double x(double atX, double atY) {
        return a * atX - b * atY + dx;
    }

    double y(double atX, double atY) {
        return b * atX + a * atY + dy;
    }

    /** The upright rectangle around where a square from (0, 0) goes. */
    Box bounds(double side) {
        double[] x = {x(0, 0), x(side, 0), x(0, side), x(side, side)};
        double[] y = {y(0, 0), y(side, 0), y(0, side), y(side, side)};
        Arrays.sort(x);
        Arrays.sort(y);
        return new Box(x[0], y[0], x[3] - x[0], y[3] - y[0]);
    }

    /** The same, and then shifted. */
    Similarity moved(double byX, double byY) {
        return new Similarity(a, b, dx + byX, dy + byY);
    }

    /** The same, and then sized about (0, 0). */
    Similarity scaled(double factor) {
        return new Similarity(a * factor, b * factor, dx * factor, dy * factor);
    }

    /** How many target pixels one source pixel becomes. */
    public double scale() {
        return Math.hypot(a, b);
    }

    public Similarity inverse() {
        double squared = a * a + b * b;
        double ia = a / squared;
        double ib = -b / squared;
        return new Similarity(ia, ib, -(ia * dx - ib * dy), -(ib * dx + ia * dy));
    }

    private static Point mean(List<Point> points) {
        double x = points.stream().mapToDouble(Point::x).average().orElseThrow();
        double y = points.stream().mapToDouble(Point::y).average().orElseThrow();
        return new Point(x, y);
    }
}
