package dev.callsheet.twin.render.outbound;

import java.awt.Image;
import java.awt.image.BufferedImage;

/**
 * A 64-bit difference hash of a picture: tells the same photograph in another size or encoding from another photograph.
 * It knows nothing about faces.
 */
record Likeness(long bits) {

    private static final int SAME = 10;

    static Likeness of(BufferedImage picture) {
        var small = new BufferedImage(9, 8, BufferedImage.TYPE_BYTE_GRAY);
        var canvas = small.createGraphics();
        canvas.drawImage(picture.getScaledInstance(9, 8, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        canvas.dispose();
        long bits = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                boolean falls =
                        small.getRaster().getSample(x, y, 0) > small.getRaster().getSample(x + 1, y, 0);
                bits = bits << 1 | (falls ? 1 : 0);
            }
        }
        return new Likeness(bits);
    }

    boolean isSamePhotograph(Likeness other) {
        return Long.bitCount(bits ^ other.bits) <= SAME;
    }
}
