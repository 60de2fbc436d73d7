package dev.callsheet.identity.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/** What a drawn face is painted with. */
final class Brush {
    private Brush() {}

    static void shade(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] {0, 1}, new Color[] {
            colour, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0)
        }));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    static void fill(Graphics2D g, Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    static void fillOval(Graphics2D g, double x, double y, double w, double h, Color colour) {
        fill(g, new Ellipse2D.Double(x, y, w, h), colour);
    }

    static void fillOval(Graphics2D g, double x, double y, double w, double h) {
        g.fill(new Ellipse2D.Double(x, y, w, h));
    }

    static Color lit(Color colour, double factor) {
        return new Color(
                (int) Math.min(255, colour.getRed() * factor), (int) Math.min(255, colour.getGreen() * factor), (int)
                        Math.min(255, colour.getBlue() * factor));
    }

    static Color[] colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toArray(Color[]::new);
    }

    static BufferedImage blurred(BufferedImage image, int radius) {
        int side = 2 * radius + 1;
        float[] box = new float[side * side];
        Arrays.fill(box, 1f / box.length);
        return new ConvolveOp(new Kernel(side, side, box), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }
}
