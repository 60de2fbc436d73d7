package dev.callsheet.twin.queue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Drawn pictures that tests can tell apart by their colours. */
final class Pictures {

    private Pictures() {}

    /** A PNG with a left and a right half. */
    static byte[] halves(int width, int height, Color left, Color right) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var canvas = image.createGraphics();
        canvas.setColor(left);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(right);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
