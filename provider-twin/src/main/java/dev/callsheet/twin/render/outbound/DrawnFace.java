package dev.callsheet.twin.render.outbound;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A portrait of nobody, drawn with shapes: who a clip drifts to when there is no folder of photographs. */
final class DrawnFace {

    private static final int SIDE = 800;
    private static final int SOFTNESS = 9;

    private DrawnFace() {}

    static BufferedImage paint(RandomGenerator random) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var skin = Color.getHSBColor(
                random.nextFloat(0.04f, 0.08f), random.nextFloat(0.3f, 0.5f), random.nextFloat(0.6f, 0.95f));
        var hair = Color.getHSBColor(random.nextFloat(0.02f, 0.1f), 0.5f, random.nextFloat(0.1f, 0.5f));
        double half = random.nextDouble(150, 180);
        canvas.setPaint(new GradientPaint(0, 0, new Color(150, 160, 170), 0, SIDE, new Color(90, 95, 105)));
        canvas.fillRect(0, 0, SIDE, SIDE);
        body(canvas, skin, hair, half, Color.getHSBColor(random.nextFloat(), 0.5f, 0.5f));
        head(canvas, skin, hair, half);
        features(canvas, skin, hair, random);
        canvas.dispose();
        return soft(soft(image));
    }

    /** Takes the hard edges away: with them, face detectors see a sign and not a face. */
    private static BufferedImage soft(BufferedImage image) {
        return box(1, SOFTNESS).filter(box(SOFTNESS, 1).filter(image, null), null);
    }

    private static ConvolveOp box(int width, int height) {
        var weights = new float[width * height];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(width, height, weights), ConvolveOp.EDGE_NO_OP, null);
    }

    private static void body(Graphics2D canvas, Color skin, Color hair, double half, Color cloth) {
        canvas.setColor(hair);
        canvas.fill(new RoundRectangle2D.Double(400 - half - 40, 130, 2 * half + 80, 480, 330, 330));
        canvas.setColor(cloth);
        canvas.fill(new RoundRectangle2D.Double(110, 645, 580, 300, 220, 220));
        canvas.setPaint(new GradientPaint(0, 560, darker(skin, 0.62), 0, 680, darker(skin, 0.9)));
        canvas.fill(new RoundRectangle2D.Double(325, 540, 150, 150, 90, 90));
    }

    private static void head(Graphics2D canvas, Color skin, Color hair, double half) {
        canvas.setPaint(new RadialGradientPaint(
                370, 370, 330, new float[] {0f, 0.6f, 1f}, new Color[] {darker(skin, 1.08), skin, darker(skin, 0.6)}));
        canvas.fill(new Ellipse2D.Double(400 - half, 175, 2 * half, 455));
        canvas.setColor(hair);
        canvas.fill(new Arc2D.Double(400 - half - 15, 140, 2 * half + 30, 300, 12, 156, Arc2D.CHORD));
    }

    private static void features(Graphics2D canvas, Color skin, Color hair, RandomGenerator random) {
        double apart = random.nextDouble(68, 84);
        var iris = Color.getHSBColor(random.nextFloat(0.05f, 0.6f), 0.5f, 0.4f);
        for (int side = -1; side <= 1; side += 2) {
            double x = 400 + side * apart;
            shade(canvas, x, 372, 62, darker(skin, 0.55));
            canvas.setColor(new Color(240, 238, 232));
            canvas.fill(new Ellipse2D.Double(x - 33, 359, 66, 31));
            canvas.setColor(iris);
            canvas.fill(new Ellipse2D.Double(x - 15, 359, 30, 30));
            canvas.setColor(Color.BLACK);
            canvas.fill(new Ellipse2D.Double(x - 7, 367, 14, 14));
            canvas.setStroke(new BasicStroke(5));
            canvas.draw(new QuadCurve2D.Double(x - 35, 374, x, 341, x + 35, 374));
            canvas.setColor(hair);
            canvas.setStroke(new BasicStroke(13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.draw(new QuadCurve2D.Double(x - 44, 325, x, 303, x + 44, 323));
        }
        double nose = random.nextDouble(24, 36);
        shade(canvas, 400 + 14, 430, 55, darker(skin, 0.68));
        shade(canvas, 400, 472, nose + 16, darker(skin, 0.55));
        canvas.setColor(darker(skin, 0.4));
        canvas.fill(new Ellipse2D.Double(400 - nose, 470, 18, 11));
        canvas.fill(new Ellipse2D.Double(400 + nose - 18, 470, 18, 11));
        double mouth = random.nextDouble(58, 76);
        canvas.setColor(new Color(165, 70, 75));
        canvas.fill(new Ellipse2D.Double(400 - mouth, 527, 2 * mouth, 38));
        canvas.setColor(new Color(90, 25, 30));
        canvas.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new QuadCurve2D.Double(400 - mouth, 543, 400, 556, 400 + mouth, 543));
    }

    private static void shade(Graphics2D canvas, double x, double y, double radius, Color color) {
        var inner = new Color(color.getRed(), color.getGreen(), color.getBlue(), 150);
        var outer = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        canvas.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0f, 1f}, new Color[] {inner, outer}));
        canvas.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Color darker(Color color, double factor) {
        return new Color(
                (int) Math.min(255, color.getRed() * factor), (int) Math.min(255, color.getGreen() * factor), (int)
                        Math.min(255, color.getBlue() * factor));
    }
}
