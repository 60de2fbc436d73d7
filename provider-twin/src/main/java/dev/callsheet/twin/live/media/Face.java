package dev.callsheet.twin.live.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A drawn, friendly face that nobody takes for a person. The seed chooses its colours; the time moves and blinks it. */
final class Face {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private static final Color[] SKIN = {
        new Color(0xf1c9a5), new Color(0xc98f62), new Color(0x8a5a3b), new Color(0xe8b48c)
    };
    private static final Color[] HAIR = {
        new Color(0x3a2a22), new Color(0x6b4a2b), new Color(0x22252b), new Color(0xa35a2a)
    };
    private static final Color[] CLOTH = {
        new Color(0x2f6f8f), new Color(0x7a4f8a), new Color(0x3f7d5a), new Color(0xb0563f)
    };

    private final Color skin;
    private final Color hair;
    private final Color cloth;
    private final BufferedImage backdrop;

    Face(int seed) {
        int pick = Math.floorMod(seed, 64);
        this.skin = SKIN[pick % 4];
        this.hair = HAIR[pick / 4 % 4];
        this.cloth = CLOTH[pick / 16 % 4];
        this.backdrop = backdrop();
    }

    /** Paints the picture of this moment; {@code mouth} is 0 shut to 1 wide open. */
    void paint(Graphics2D to, double seconds, double mouth) {
        to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        to.drawImage(backdrop, 0, 0, null);
        double sway = 3.5 * Math.sin(seconds * 0.8) + 1.2 * Math.sin(seconds * 2.1);
        double nod = 2.2 * Math.sin(seconds * 1.1) + 2.0 * mouth;
        double breath = 1.5 * Math.sin(seconds * 1.6);
        shoulders(to, breath);
        to.translate(320 + sway, 168 + nod);
        to.rotate(0.012 * Math.sin(seconds * 0.6));
        head(to);
        eyes(to, seconds);
        mouth(to, mouth);
        to.setTransform(new java.awt.geom.AffineTransform());
        Marking.paint(to);
    }

    private void shoulders(Graphics2D to, double breath) {
        to.setColor(cloth);
        var body = new Path2D.Double();
        body.moveTo(150, HEIGHT);
        body.curveTo(160, 292 + breath, 240, 276 + breath, 320, 276 + breath);
        body.curveTo(400, 276 + breath, 480, 292 + breath, 490, HEIGHT);
        body.closePath();
        to.fill(body);
        to.setColor(skin.darker());
        to.fill(new Rectangle2D.Double(288, 236, 64, 48 + breath));
        to.fill(new Ellipse2D.Double(284, 266 + breath, 72, 30));
    }

    private void head(Graphics2D to) {
        to.setColor(hair);
        to.fill(new Ellipse2D.Double(-96, -132, 192, 210));
        to.setColor(skin.darker());
        to.fill(new Ellipse2D.Double(-94, -14, 26, 44));
        to.fill(new Ellipse2D.Double(68, -14, 26, 44));
        to.setColor(skin);
        to.fill(new Ellipse2D.Double(-80, -98, 160, 202));
        var fringe = new Area(new Ellipse2D.Double(-84, -112, 168, 104));
        fringe.subtract(new Area(new Ellipse2D.Double(-104, -72, 208, 130)));
        to.setColor(hair);
        to.fill(fringe);
        to.setColor(new Color(225, 110, 100, 60));
        to.fill(new Ellipse2D.Double(-66, 22, 34, 22));
        to.fill(new Ellipse2D.Double(32, 22, 34, 22));
        to.setColor(skin.darker());
        to.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var nose = new Path2D.Double();
        nose.moveTo(-2, -8);
        nose.quadTo(-10, 22, -2, 25);
        nose.quadTo(4, 27, 9, 22);
        to.draw(nose);
    }

    private void eyes(Graphics2D to, double seconds) {
        double lid = lid(seconds);
        double look = 3 * Math.sin(seconds * 0.5) * Math.sin(seconds * 0.17);
        for (int x : new int[] {-34, 34}) {
            double open = 22 * (1 - lid);
            to.setColor(Color.WHITE);
            to.fill(new Ellipse2D.Double(x - 17, -14 - open / 2, 34, Math.max(open, 2)));
            if (open > 8) {
                to.setColor(new Color(0x3b5d6e));
                to.fill(new Ellipse2D.Double(x - 8 + look, -14 - Math.min(open, 16) / 2, 16, Math.min(open, 16)));
                to.setColor(Color.BLACK);
                to.fill(new Ellipse2D.Double(x - 4 + look, -18, 8, 8));
                to.setColor(Color.WHITE);
                to.fill(new Ellipse2D.Double(x - 1 + look, -18, 3, 3));
            }
            to.setColor(hair);
            to.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            to.draw(new java.awt.geom.Arc2D.Double(
                    x - 17, -14 - open / 2, 34, Math.max(open, 2), 10, 160, java.awt.geom.Arc2D.OPEN));
            to.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            to.draw(new java.awt.geom.Arc2D.Double(x - 22, -46, 44, 26, 35, 110, java.awt.geom.Arc2D.OPEN));
        }
    }

    /** 0 open, 1 shut: a blink of 0.18 s about every 3.7 s. */
    private static double lid(double seconds) {
        double phase = seconds % 3.7;
        return phase < 0.18 ? Math.sin(Math.PI * phase / 0.18) : 0;
    }

    private static void mouth(Graphics2D to, double opening) {
        double height = 26 * opening;
        double width = 54 - 10 * opening;
        to.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var lips = new Path2D.Double();
        lips.moveTo(-width / 2, 56);
        lips.quadTo(0, 60 - height * 0.35, width / 2, 56);
        lips.quadTo(0, 68 + height * 1.7, -width / 2, 56);
        lips.closePath();
        to.setColor(new Color(0x5a1f24));
        to.fill(lips);
        if (opening > 0.25) {
            var tongue = new Area(lips);
            tongue.intersect(new Area(new Ellipse2D.Double(-16, 58 + height * 0.55, 32, height)));
            to.setColor(new Color(0xc9626a));
            to.fill(tongue);
        }
        to.setColor(new Color(0xb5545a));
        to.draw(lips);
    }

    private static BufferedImage backdrop() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var to = image.createGraphics();
        to.setPaint(new GradientPaint(0, 0, new Color(0x24344d), 0, HEIGHT, new Color(0x3f5f7a)));
        to.fillRect(0, 0, WIDTH, HEIGHT);
        to.setPaint(new RadialGradientPaint(
                320, 150, 300, new float[] {0, 1}, new Color[] {new Color(255, 240, 215, 90), new Color(0, 0, 0, 0)}));
        to.fillRect(0, 0, WIDTH, HEIGHT);
        to.dispose();
        return image;
    }
}
