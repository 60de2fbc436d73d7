package dev.callsheet.requestapi.inbound;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small media, made byte by byte. */
final class MadeMedia {
    /** What a picture tells besides itself. */
    static final String COMMENT = "52.5200 13.4050 Anna";

    private MadeMedia() {}

    /** Transparent, with a comment in it. */
    static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        byte[] plain = bytes.toByteArray();
        byte[] told = ("Comment\0" + COMMENT).getBytes(StandardCharsets.ISO_8859_1);
        // The check sum of a chunk that is thrown away may be anything.
        return java.nio.ByteBuffer.allocate(plain.length + told.length + 12)
                .put(plain, 0, 33)
                .putInt(told.length)
                .put("tEXt".getBytes(StandardCharsets.ISO_8859_1))
                .put(told)
                .putInt(0)
                .put(plain, 33, plain.length - 33)
                .array();
    }

    static byte[] wav(int seconds) {
        int bytes = seconds * 16_000;
        return java.nio.ByteBuffer.allocate(44 + bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(bytes)
                .array();
    }
}
