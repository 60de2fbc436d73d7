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
        var card = scaled(
                picture, (int) Math.max(2, picture.getWidth() * scale), (int) Math.max(2, picture.getHeight() * scale));
        light.apply(card);
        feather(card);
        int marginX = (int) (card.getWidth() * MARGIN / 2);
        int marginY = (int) (card.getHeight() * MARGIN / 2);
        var framed = Layer.blank(card.getWidth() + 2 * marginX, card.getHeight() + 2 * marginY);
        var canvas = framed.createGraphics();
        canvas.drawImage(card, marginX, marginY, null);
        canvas.dispose();
        return framed;
    }

    /** Halves as long as it can before the last step: a single bilinear step would alias. */
    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var from = picture;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var image = Layer.blank(width, height);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return image;
    }

    private static void feather(BufferedImage card) {
        int width = card.getWidth();
        int height = card.getHeight();
        double reach = FEATHER * Math.min(width, height);
        var bytes = Layer.bytes(card);
        for (int y = 0; y < height; y++) {
            double vertical = ramp(Math.min(y, height - 1 - y) / reach);
            for (int x = 0; x < width; x++) {
                double alpha = vertical * ramp(Math.min(x, width - 1 - x) / reach);
                bytes[(y * width + x) * Layer.STEP + Layer.ALPHA] = (byte) Math.round(255 * alpha);
            }
        }
    }

    private static double ramp(double distance) {
        double u = Math.clamp(distance, 0, 1);
        return u * u * (3 - 2 * u);
    }
}
