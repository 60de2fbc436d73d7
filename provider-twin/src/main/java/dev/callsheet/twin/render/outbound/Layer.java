package dev.callsheet.twin.render.outbound;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A drawn picture handed to ffmpeg as raw pixels with alpha: nothing is compressed on the way. */
public record Layer(Path file, int width, int height) {

    /** Bytes of one pixel. */
    static final int STEP = 4;

    /** Place of a value among a pixel's bytes. */
    static final int ALPHA = 0;

    static final int BLUE = 1;
    static final int GREEN = 2;
    static final int RED = 3;

    /** An empty, fully transparent picture that {@link #write} takes. */
    public static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
    }

    /** Writes a picture made by {@link #blank}. */
    public static Layer write(BufferedImage image, Path file) throws IOException {
        Files.write(file, bytes(image));
        return new Layer(file, image.getWidth(), image.getHeight());
    }

    /** The live pixels of a picture made by {@link #blank}, row by row. */
    static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** ffmpeg's arguments to read it as a single frame. */
    public List<String> input() {
        return List.of(
                "-f",
                "rawvideo",
                "-pixel_format",
                "abgr",
                "-video_size",
                width + "x" + height,
                "-framerate",
                String.valueOf(Encoding.FRAME_RATE),
                "-i",
                file.toString());
    }
}
