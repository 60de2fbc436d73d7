package dev.callsheet.twin.render.outbound;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A reference picture with soft edges, ready to stand in a scene. */
final class PersonCard {

    /** Canvas beyond the picture, as a share of the picture. */
    static final double MARGIN = 0.12;

    private static final double FEATHER = 0.07;

    private PersonCard() {}

    /**
     * The picture at the largest size that fits, on a transparent canvas that is larger by {@link #MARGIN}: a zoom then
     * never cuts the soft edges.
     */
    static BufferedImage of(BufferedImage picture, int width, int height, Lighting light) {
        double scale = Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight());
        int cardWidth = (int) Math.max(2, picture.getWidth() * scale);
        int cardHeight = (int) Math.max(2, picture.getHeight() * scale);
        int left = (int) (cardWidth * MARGIN / 2);
        int top = (int) (cardHeight * MARGIN / 2);
        var framed = Layer.blank(cardWidth + 2 * left, cardHeight + 2 * top);
        draw(halved(picture, cardWidth, cardHeight), framed, left, top, cardWidth, cardHeight);
        light.apply(framed);
        feather(framed, left, top, cardWidth, cardHeight);
        return framed;
    }

    /** Halves as long as the result stays larger: a single bilinear step would alias. */
    private static BufferedImage halved(BufferedImage picture, int width, int height) {
        var from = picture;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            var half = Layer.blank(from.getWidth() / 2, from.getHeight() / 2);
            draw(from, half, 0, 0, half.getWidth(), half.getHeight());
            from = half;
        }
        return from;
    }

    private static void draw(BufferedImage picture, BufferedImage onto, int left, int top, int width, int height) {
        var canvas = onto.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, left, top, width, height, null);
        canvas.dispose();
    }

    private static void feather(BufferedImage framed, int left, int top, int width, int height) {
        double reach = FEATHER * Math.min(width, height);
        var bytes = Layer.bytes(framed);
        for (int y = 0; y < height; y++) {
            double vertical = ramp(Math.min(y, height - 1 - y) / reach);
            int row = ((top + y) * framed.getWidth() + left) * Layer.STEP + Layer.ALPHA;
            for (int x = 0; x < width; x++) {
                double alpha = vertical * ramp(Math.min(x, width - 1 - x) / reach);
                bytes[row + x * Layer.STEP] = (byte) Math.round(255 * alpha);
            }
        }
    }

    private static double ramp(double distance) {
        double u = Math.clamp(distance, 0, 1);
        return u * u * (3 - 2 * u);
    }
}
