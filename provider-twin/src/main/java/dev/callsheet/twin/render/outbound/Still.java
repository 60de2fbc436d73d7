package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.domain.Ratio;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * A picture, decoded.
 *
 * @param file the same picture as a bitmap file, for ffmpeg
 */
public record Still(Path file, BufferedImage image) {

    /** The picture's shape. */
    public Ratio ratio() {
        return new Ratio(image.getWidth(), image.getHeight());
    }
}
