package dev.callsheet.stack.media;

import dev.callsheet.stack.StackFailure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photograph on disk, to cut pictures from. */
record Photograph(Path file) {
    /** In pixels of the photograph. */
    record Crop(int x, int y, int width, int height) {}

    /** The part of the photograph as JPEG. @throws StackFailure if the file cannot be read or the part lies outside */
    byte[] cut(Crop crop) {
        try {
            BufferedImage whole = ImageIO.read(file.toFile());
            if (whole == null) {
                throw new StackFailure(file + " is not a picture");
            }
            var part = new BufferedImage(crop.width(), crop.height(), BufferedImage.TYPE_INT_RGB);
            var graphics = part.createGraphics();
            graphics.drawImage(whole.getSubimage(crop.x(), crop.y(), crop.width(), crop.height()), 0, 0, null);
            graphics.dispose();
            var jpeg = new ByteArrayOutputStream();
            ImageIO.write(part, "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
