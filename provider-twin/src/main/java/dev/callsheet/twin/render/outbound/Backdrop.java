package dev.callsheet.twin.render.outbound;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Draws what stands behind the persons: one of four kinds of place, its colours drawn from the random numbers. */
final class Backdrop {

    private Backdrop() {}

    private enum Place {
        EVENING_STREET,
        STUDIO,
        HILLS,
        ROOM
    }

    static BufferedImage paint(RandomGenerator random, int width, int height) {
        var image = Layer.blank(width, height);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = random.nextFloat();
        switch (Place.values()[random.nextInt(Place.values().length)]) {
            case EVENING_STREET -> eveningStreet(canvas, random, hue, width, height);
            case STUDIO -> studio(canvas, random, hue, width, height);
            case HILLS -> hills(canvas, random, hue, width, height);
            case ROOM -> room(canvas, random, hue, width, height);
        }
        canvas.dispose();
        return image;
    }

    private static void eveningStreet(Graphics2D canvas, RandomGenerator random, float hue, int width, int height) {
        fill(canvas, hsb(hue, 0.55f, 0.28f), hsb(hue + 0.08f, 0.5f, 0.12f), width, height);
        for (int i = 0; i < 45; i++) {
            float radius = height * random.nextFloat(0.02f, 0.09f);
            glow(
                    canvas,
                    random.nextFloat() * width,
                    random.nextFloat() * height,
                    radius,
                    hsb(hue + random.nextFloat(-0.2f, 0.2f), 0.6f, 1f),
                    random.nextInt(60, 170));
        }
    }

    private static void studio(Graphics2D canvas, RandomGenerator random, float hue, int width, int height) {
        fill(canvas, hsb(hue, 0.25f, 0.35f), hsb(hue, 0.3f, 0.55f), width, height);
        for (int i = 0; i < 3; i++) {
            glow(
                    canvas,
                    width * (0.2f + 0.3f * i + random.nextFloat(-0.1f, 0.1f)),
                    height * random.nextFloat(0.1f, 0.5f),
                    height * 0.6f,
                    hsb(hue + 0.05f * i, 0.2f, 0.95f),
                    110);
        }
    }

    private static void hills(Graphics2D canvas, RandomGenerator random, float hue, int width, int height) {
        float sky = random.nextBoolean() ? 0.55f + hue * 0.1f : 0.03f + hue * 0.08f;
        fill(canvas, hsb(sky, 0.4f, 0.85f), hsb(sky + 0.04f, 0.12f, 0.98f), width, height);
        for (int layer = 0; layer < 4; layer++) {
            var ridge = new Path2D.Double();
            double base = height * (0.45 + 0.14 * layer);
            double phase = random.nextDouble(6.28);
            double wave = random.nextDouble(0.6, 1.8);
            ridge.moveTo(0, height);
            for (int x = 0; x < width + 8; x += 8) {
                ridge.lineTo(x, base + height * 0.06 * Math.sin(phase + wave * 6.28 * x / width));
            }
            ridge.lineTo(width, height);
            ridge.closePath();
            canvas.setColor(hsb(0.22f + hue * 0.2f, 0.25f + 0.1f * layer, 0.72f - 0.13f * layer));
            canvas.fill(ridge);
        }
    }

    private static void room(Graphics2D canvas, RandomGenerator random, float hue, int width, int height) {
        fill(canvas, hsb(hue, 0.18f, 0.8f), hsb(hue, 0.25f, 0.6f), width, height);
        int floor = (int) (height * 0.78);
        canvas.setColor(hsb(hue + 0.05f, 0.4f, 0.4f));
        canvas.fillRect(0, floor, width, height - floor);
        for (int i = 0; i < 2; i++) {
            int x = (int) (width * (0.06 + 0.6 * i + random.nextDouble(0.12)));
            int w = (int) (width * 0.17);
            int h = (int) (height * 0.42);
            canvas.setPaint(new GradientPaint(
                    x, height * 0.12f, hsb(hue + 0.5f, 0.2f, 1f), x, height * 0.54f, hsb(hue + 0.5f, 0.35f, 0.85f)));
            canvas.fillRect(x, (int) (height * 0.12), w, h);
            canvas.setColor(hsb(hue, 0.1f, 0.95f));
            canvas.fillRect(x + w / 2 - 4, (int) (height * 0.12), 8, h);
        }
    }

    private static void fill(Graphics2D canvas, Color top, Color bottom, int width, int height) {
        canvas.setPaint(new GradientPaint(0, 0, top, 0, height, bottom));
        canvas.fillRect(0, 0, width, height);
    }

    private static void glow(Graphics2D canvas, float x, float y, float radius, Color color, int alpha) {
        var inner = new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
        var outer = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        canvas.setPaint(new RadialGradientPaint(x, y, radius, new float[] {0.5f, 1f}, new Color[] {inner, outer}));
        canvas.fill(new Ellipse2D.Float(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Color hsb(float hue, float saturation, float brightness) {
        return Color.getHSBColor(hue, saturation, brightness);
    }
}
