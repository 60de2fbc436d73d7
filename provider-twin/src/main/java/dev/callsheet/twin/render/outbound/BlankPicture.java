package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.domain.FrameSize;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of nothing in particular that makes small clips. */
public final class BlankPicture {

    private BlankPicture() {}

    /** Writes the picture as PNG; returns its place. */
    public static Path write(Path place, FrameSize size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        var canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, new Color(24, 40, 72), 0, size.height(), new Color(96, 72, 56)));
        canvas.fillRect(0, 0, size.width(), size.height());
        canvas.dispose();
        try {
            ImageIO.write(image, "png", place.toFile());
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("the picture of canned clips cannot be written", e);
        }
    }
}
