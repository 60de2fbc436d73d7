package dev.callsheet.identity.evidence;

import static dev.callsheet.identity.evidence.Brush.blurred;
import static dev.callsheet.identity.evidence.Brush.colours;
import static dev.callsheet.identity.evidence.Brush.fill;
import static dev.callsheet.identity.evidence.Brush.fillOval;
import static dev.callsheet.identity.evidence.Brush.lit;
import static dev.callsheet.identity.evidence.Brush.shade;

import dev.callsheet.identity.picture.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A face that nobody has: drawn with soft light, so that it can be shown where a photograph's rights are unclear.
 *
 * @param width of the face, 1 is usual
 * @param eyes distance between them, 1 is usual
 * @param mouth its width, 1 is usual
 * @param longHair down to the shoulders
 */
record DrawnFace(
        Color skin,
        Color hair,
        Color iris,
        Color shirt,
        double width,
        double eyes,
        double brows,
        double nose,
        double mouth,
        boolean longHair,
        boolean beard) {
    private static final Map<List<Record>, Picture> PICTURES = new ConcurrentHashMap<>();

    static final DrawnFace MIA = new DrawnFace(
            new Color(0xc48a60),
            new Color(0x54301a),
            new Color(0x3d2a1c),
            new Color(0x2f6f73),
            0.865,
            1.1,
            0.67,
            1.04,
            0.85,
            true,
            false);
    /** For the face network as far from Mia as people are from each other. */
    static final DrawnFace OTTO = new DrawnFace(
            new Color(0xc48a60),
            new Color(0x7a3a20),
            new Color(0x4a6b8a),
            new Color(0x74434a),
            0.89,
            0.88,
            1.88,
            1.56,
            1.2,
            false,
            true);

    static final DrawnFace NORA = new DrawnFace(
            new Color(0x8a5a3c),
            new Color(0x17130f),
            new Color(0x2c1c12),
            new Color(0xc99a2e),
            1.02,
            1.1,
            1,
            1.1,
            1.2,
            false,
            false);

    /** How it stands in a frame: smile and closed eyes 0 to 1, turn in parts of the face's width, tilt in radians. */
    record Pose(double smile, double closed, double turn, double tilt) {
        static final Pose FRONT = new Pose(0.4, 0, 0, 0);

        /** Of somebody who lives: a little different at each moment. */
        static Pose at(double seconds) {
            double blink = seconds % 1.7 < 0.2 ? 0.8 : 0.1;
            return new Pose(
                    0.5 + 0.4 * Math.sin(seconds * 2.1),
                    blink,
                    0.1 * Math.sin(seconds * 1.3),
                    0.07 * Math.sin(seconds * 1.7));
        }
    }

    /** A small picture; the same as often as it is asked for. */
    Picture picture(Pose pose) {
        return PICTURES.computeIfAbsent(List.of(this, pose), key -> picture(image(pose, 176, 176, 0.9)));
    }

    static Picture picture(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                rgb[at++] = (byte) (pixel >> 16);
                rgb[at++] = (byte) (pixel >> 8);
                rgb[at++] = (byte) pixel;
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    /** In front of a wall. @param fill height of head and neck in parts of the picture's height */
    BufferedImage image(Pose pose, int pictureWidth, int pictureHeight, double fill) {
        BufferedImage image = new BufferedImage(pictureWidth, pictureHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new LinearGradientPaint(
                0, 0, pictureWidth, pictureHeight, new float[] {0, 1}, colours(0xb9c2c6, 0x7d888d)));
        g.fillRect(0, 0, pictureWidth, pictureHeight);
        double unit = pictureHeight * fill / 300.0;
        AffineTransform place = new AffineTransform();
        place.translate(pictureWidth / 2.0, pictureHeight * 0.47);
        place.scale(unit, unit);
        place.rotate(pose.tilt());
        g.transform(place);
        head(g, pose);
        g.dispose();
        return blurred(image, Math.max(1, (int) Math.round(unit * 1.1)));
    }

    private void head(Graphics2D g, Pose pose) {
        double w = 78 * width;
        double turn = pose.turn() * w;
        if (longHair) {
            fill(g, new Ellipse2D.Double(-w * 1.3, -134, w * 2.6, 300), lit(hair, 0.7));
        }
        body(g, w);
        Path2D face = face(w);
        g.setPaint(new RadialGradientPaint((float) (-18 + turn), -30, 150, new float[] {0, 0.55f, 1}, new Color[] {
            lit(skin, 1.1), skin, lit(skin, 0.62)
        }));
        fillOval(g, -w - 7, -18, 18, 44);
        fillOval(g, w - 11, -18, 18, 44);
        g.fill(face);
        Shape clip = g.getClip();
        g.clip(face);
        shade(g, -w * 0.62 + turn, 32, 40, new Color(0xc8, 0x4a, 0x3a, 46));
        shade(g, w * 0.62 + turn, 32, 40, new Color(0xc8, 0x4a, 0x3a, 46));
        if (beard) {
            Area area = new Area(new Rectangle2D.Double(-120, 26, 240, 110));
            area.subtract(new Area(new Ellipse2D.Double(-w * 0.78 + turn * 0.5, -40, w * 1.56, 100)));
            g.setColor(new Color(hair.getRed(), hair.getGreen(), hair.getBlue(), 150));
            g.fill(area);
        }
        double apart = 33 * eyes;
        eye(g, -apart + turn, -12, pose, -1);
        eye(g, apart + turn, -12, pose, 1);
        nose(g, turn * 1.25);
        mouth(g, turn * 1.1, pose);
        g.setClip(clip);
        crown(g, w);
    }

    private void body(Graphics2D g, double w) {
        g.setColor(lit(skin, 0.72));
        g.fill(new Rectangle2D.Double(-w * 0.48, 60, w * 0.96, 90));
        g.setPaint(new LinearGradientPaint(0, 130, 0, 230, new float[] {0, 1}, new Color[] {shirt, lit(shirt, 0.6)}));
        Path2D shoulders = new Path2D.Double();
        shoulders.moveTo(-w * 0.62, 122);
        shoulders.curveTo(-w * 1.6, 140, -w * 2.3, 160, -w * 2.4, 330);
        shoulders.lineTo(w * 2.4, 330);
        shoulders.curveTo(w * 2.3, 160, w * 1.6, 140, w * 0.62, 122);
        shoulders.curveTo(w * 0.3, 156, -w * 0.3, 156, -w * 0.62, 122);
        g.fill(shoulders);
    }

    private static Path2D face(double w) {
        Path2D face = new Path2D.Double();
        face.moveTo(0, -112);
        face.curveTo(w * 0.85, -112, w * 1.05, -50, w, 0);
        face.curveTo(w * 0.97, 48, w * 0.62, 104, 0, 110);
        face.curveTo(-w * 0.62, 104, -w * 0.97, 48, -w, 0);
        face.curveTo(-w * 1.05, -50, -w * 0.85, -112, 0, -112);
        face.closePath();
        return face;
    }

    private void eye(Graphics2D g, double x, double y, Pose pose, int side) {
        shade(g, x, y - 2, 30, new Color(40, 20, 10, 90));
        double open = 9.5 * (1 - 0.92 * pose.closed());
        Path2D lids = new Path2D.Double();
        lids.moveTo(x - 17, y + 2);
        lids.curveTo(x - 8, y - open * 1.25, x + 8, y - open * 1.25, x + 17, y + 1);
        lids.curveTo(x + 8, y + open * 0.85, x - 8, y + open * 0.85, x - 17, y + 2);
        lids.closePath();
        fill(g, lids, new Color(0xf3efe9));
        Shape clip = g.getClip();
        g.clip(lids);
        fill(g, new Ellipse2D.Double(x - 8.5, y - 9, 17, 17), iris);
        fill(g, new Ellipse2D.Double(x - 4, y - 4.5, 8, 8), new Color(0x100c0a));
        fill(g, new Ellipse2D.Double(x - 4.5, y - 5.5, 3.5, 3.5), Color.WHITE);
        g.setClip(clip);
        g.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0x2a1a12));
        g.draw(new CubicCurve2D.Double(x - 17, y + 2, x - 8, y - open * 1.3, x + 8, y - open * 1.3, x + 17, y + 1));
        g.setStroke(new BasicStroke(1.2f));
        g.setColor(lit(skin, 0.5));
        g.draw(new CubicCurve2D.Double(x - 16, y - 6, x - 8, y - 17, x + 8, y - 17, x + 17, y - 6));
        g.setStroke(new BasicStroke((float) (5.5 * brows), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(lit(hair, 0.85));
        g.draw(new CubicCurve2D.Double(
                x - side * 18, y - 21, x - side * 6, y - 29, x + side * 8, y - 30, x + side * 21, y - 21));
    }

    private void nose(Graphics2D g, double x) {
        double n = 15 * nose;
        shade(g, x + 7, 14, 22, new Color(60, 25, 10, 70));
        shade(g, x - 4, 22, 12, new Color(255, 245, 230, 90));
        g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(lit(skin, 0.55));
        g.draw(new CubicCurve2D.Double(x + 7, -14, x + 6, 6, x + n * 0.9, 20, x + n, 30));
        g.draw(new CubicCurve2D.Double(x - n, 32, x - n * 0.5, 41, x + n * 0.5, 41, x + n, 32));
        fillOval(g, x - n * 0.68, 32, 7.5, 4.5, lit(skin, 0.33));
        fillOval(g, x + n * 0.68 - 7.5, 32, 7.5, 4.5, lit(skin, 0.33));
    }

    private void mouth(Graphics2D g, double x, Pose pose) {
        double half = 27 * mouth * (1 + 0.18 * pose.smile());
        double corner = 66 - 7 * pose.smile();
        Color lip = new Color(
                Math.min(255, skin.getRed() * 8 / 10 + 10), skin.getGreen() * 45 / 100, skin.getBlue() * 50 / 100);
        Path2D lips = new Path2D.Double();
        lips.moveTo(x - half, corner);
        lips.curveTo(x - half * 0.5, 57, x - 7, 55, x, 59);
        lips.curveTo(x + 7, 55, x + half * 0.5, 57, x + half, corner);
        lips.curveTo(x + half * 0.5, 80 + 4 * pose.smile(), x - half * 0.5, 80 + 4 * pose.smile(), x - half, corner);
        lips.closePath();
        fill(g, lips, lip);
        g.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(lit(lip, 0.4));
        g.draw(new CubicCurve2D.Double(x - half, corner, x - half * 0.4, 67, x + half * 0.4, 67, x + half, corner));
        shade(g, x, 90, 18, new Color(60, 25, 10, 60));
    }

    private void crown(Graphics2D g, double w) {
        Path2D crown = new Path2D.Double();
        crown.moveTo(-w * 1.1, 10);
        crown.curveTo(-w * 1.34, -166, w * 1.34, -166, w * 1.1, 10);
        if (longHair) {
            crown.curveTo(w * 1.35, 80, w * 1.3, 120, w * 1.2, 160);
            crown.curveTo(w * 0.8, 120, w * 1.08, 20, w * 0.8, -40);
            crown.curveTo(w * 0.4, -92, -w * 0.3, -92, -w * 0.82, -30);
            crown.curveTo(-w * 1.08, 20, -w * 0.8, 120, -w * 1.2, 160);
            crown.curveTo(-w * 1.3, 120, -w * 1.35, 80, -w * 1.1, 10);
        } else {
            crown.curveTo(w * 1.0, -40, w * 0.9, -70, w * 0.5, -84);
            crown.curveTo(0, -70, -w * 0.6, -84, -w * 0.86, -60);
            crown.curveTo(-w * 1.0, -40, -w * 1.02, -20, -w * 1.1, 10);
        }
        crown.closePath();
        g.setPaint(new LinearGradientPaint(
                -60, -140, 80, 60, new float[] {0, 0.4f, 1}, new Color[] {hair, lit(hair, 1.3), lit(hair, 0.7)}));
        g.fill(crown);
    }
}
