package dev.callsheet.identity.picture;

/** An upright rectangle in pixels; it may reach over the picture's edge. */
public record Box(double x, double y, double width, double height) {
    /** Shared area over joint area, 0 to 1. */
    public double overlap(Box other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (width * height + other.width * other.height - w * h);
    }

    /** Shared area over the smaller one's, 0 to 1. */
    public double covered(Box other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return w <= 0 || h <= 0 ? 0 : w * h / Math.min(area(), other.area());
    }

    /** Share of the box that lies in a picture of this size, 0 to 1. */
    public double inside(int pictureWidth, int pictureHeight) {
        double w = Math.min(x + width, pictureWidth) - Math.max(x, 0);
        double h = Math.min(y + height, pictureHeight) - Math.max(y, 0);
        return w <= 0 || h <= 0 ? 0 : w * h / area();
    }

    public double area() {
        return width * height;
    }

    /** The same box in a picture of another size. */
    public Box scaled(double factor) {
        return new Box(x * factor, y * factor, width * factor, height * factor);
    }
}
