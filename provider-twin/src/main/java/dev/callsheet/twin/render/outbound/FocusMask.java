package dev.callsheet.twin.render.outbound;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;

/** Where a rack focus takes the sharpness away: white in the middle of the picture, black at its edges. */
final class FocusMask {

    private static final int SIDE = 128;

    private FocusMask() {}

    static BufferedImage image() {
        var image = Layer.blank(SIDE, SIDE);
        var canvas = image.createGraphics();
        canvas.setPaint(new RadialGradientPaint(
                SIDE / 2f, SIDE / 2f, SIDE * 0.55f, new float[] {0.45f, 1f}, new Color[] {Color.WHITE, Color.BLACK}));
        canvas.fillRect(0, 0, SIDE, SIDE);
        canvas.dispose();
        return image;
    }
}
