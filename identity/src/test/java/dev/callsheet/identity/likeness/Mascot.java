package dev.callsheet.identity.likeness;

import dev.callsheet.identity.Photographs;
import dev.callsheet.identity.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** Drawn characters that nobody owns: one round with long ears, one square with an aerial. */
final class Mascot {
    private static final int SIDE = 480;

    private Mascot() {}

    /** @param pose shifts, turns and sizes it a little; 0 stands straight */
    static Picture hare(Color fur, Color ground, int pose) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, ground, pose);
        pen.setColor(fur);
        pen.fill(new Ellipse2D.Double(175, 60, 45, 150));
        pen.fill(new Ellipse2D.Double(260, 60, 45, 150));
        pen.fill(new Ellipse2D.Double(140, 160, 200, 170));
        pen.fill(new Ellipse2D.Double(160, 290, 160, 140));
        pen.setColor(fur.brighter());
        pen.fill(new Ellipse2D.Double(188, 85, 18, 95));
        pen.fill(new Ellipse2D.Double(273, 85, 18, 95));
        pen.fill(new Ellipse2D.Double(195, 315, 90, 95));
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(185, 205, 42, 50));
        pen.fill(new Ellipse2D.Double(253, 205, 42, 50));
        pen.setColor(Color.BLACK);
        pen.fill(new Ellipse2D.Double(200, 220, 18, 24));
        pen.fill(new Ellipse2D.Double(264, 220, 18, 24));
        pen.fill(new Ellipse2D.Double(225, 262, 30, 20));
        pen.dispose();
        return Photographs.picture(image);
    }

    static Picture robot(Color metal, Color ground, int pose) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, ground, pose);
        pen.setColor(metal);
        pen.fillRect(150, 130, 180, 120);
        pen.fillRect(130, 265, 220, 150);
        pen.fillRect(232, 80, 16, 50);
        pen.setColor(metal.darker());
        pen.fillRect(85, 275, 35, 120);
        pen.fillRect(360, 275, 35, 120);
        pen.fillRect(165, 300, 150, 80);
        pen.fill(new Polygon(new int[] {200, 280, 240}, new int[] {215, 215, 240}, 3));
        pen.setColor(Color.YELLOW);
        pen.fill(new Ellipse2D.Double(222, 55, 36, 36));
        pen.fillRect(175, 160, 45, 35);
        pen.fillRect(260, 160, 45, 35);
        pen.dispose();
        return Photographs.picture(image);
    }

    private static Graphics2D pen(BufferedImage image, Color ground, int pose) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(ground);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.translate(pose * 9.0, pose * -6.0);
        pen.rotate(pose * 0.07, SIDE / 2.0, SIDE / 2.0);
        pen.translate(SIDE / 2.0, SIDE / 2.0);
        pen.scale(1 - pose * 0.03, 1 - pose * 0.03);
        pen.translate(-SIDE / 2.0, -SIDE / 2.0);
        return pen;
    }
}
